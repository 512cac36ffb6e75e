package com.movieexample.launcher.page;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window. Not thread-safe. */
final class Browser implements AutoCloseable {
    static final String LIGHT = "light";
    static final String DARK = "dark";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEIGHT = 900;
    private static final int DESKTOP = 1_100;
    private static final int PHONE = 360;

    private final ChromeDriver driver;

    /** @param profile an empty folder */
    Browser(Path profile) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(profile));
    }

    /** A program that is on the path. */
    static Optional<File> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        return options;
    }

    /** As if it was never here before, in a window of a desktop by day. */
    void open(String url) {
        asDesktop();
        scheme(LIGHT);
        block();
        driver.get("about:blank");
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin(url), "storageTypes", "all"));
        errors();
        driver.get(url);
    }

    private static String origin(String url) {
        return url.substring(0, url.indexOf('/', "http://".length()));
    }

    void asDesktop() {
        size(DESKTOP, false);
    }

    void asPhone() {
        size(PHONE, true);
    }

    private void size(int width, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", mobile));
    }

    void scheme(String name) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    /** From now on requests to these addresses fail; {@code *} stands for anything. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    void back() {
        driver.navigate().back();
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    /** The first that is to be seen; waits until there is one. */
    WebElement find(String css) {
        return await().atMost(PATIENCE)
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> visible(css), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<WebElement> visible(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst();
    }

    /** The texts of all that are there now, also of what only screen readers are told. */
    List<String> texts(String css) {
        return strings(run(
                "return [...document.querySelectorAll(arguments[0])].map(each => each.textContent.trim())",
                List.class,
                css));
    }

    /** Waits until the texts are as they should be. */
    List<String> texts(String css, Predicate<List<String>> expected) {
        return await().atMost(PATIENCE).until(() -> texts(css), expected);
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** What has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What a script returns. */
    <T> T run(String script, Class<T> type, Object... arguments) {
        return type.cast(driver.executeScript(script, arguments));
    }

    /** What a script promises. */
    <T> T runLonger(String script, Class<T> type, Object... arguments) {
        return type.cast(driver.executeAsyncScript(script, arguments));
    }

    /** The addresses of all that the page has asked for since it was opened. */
    List<String> requests() {
        return strings(run("return performance.getEntriesByType('resource').map(entry => entry.name)", List.class));
    }

    /** A script's answer. */
    static List<String> strings(List<?> answer) {
        return answer.stream().map(Object::toString).toList();
    }

    /** The errors and warnings of the console since this was last asked, violations of the page's policy among them. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                errors.add(entry.getMessage());
            }
        }
        return errors;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
