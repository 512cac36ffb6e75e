package com.movieexample.launcher.page;

import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.testkit.FolderTree;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Marquee with the {@link Programme}, and a browser that looks at its page. */
final class Cinema implements AutoCloseable {
    private final Path folder;
    private final RunningMarquee marquee;
    private final Browser browser;

    private Cinema(Path folder, RunningMarquee marquee, Browser browser) {
        this.folder = folder;
        this.marquee = marquee;
        this.browser = browser;
    }

    static Cinema open() {
        try {
            Path folder = Files.createTempDirectory("cinema");
            RunningMarquee marquee = RunningMarquee.start(folder.resolve("data"));
            try {
                Programme.load(marquee.addresses());
                return new Cinema(folder, marquee, new Browser(folder.resolve("profile")));
            } catch (Exception e) {
                marquee.close();
                throw e;
            }
        } catch (Exception e) {
            throw new AssertionError("the tests of the page can't begin", e);
        }
    }

    Addresses addresses() {
        return marquee.addresses();
    }

    Browser browser() {
        return browser;
    }

    /** @param place behind the address of the page, with a slash first */
    Browser show(String place) {
        browser.open(origin() + place);
        return browser;
    }

    /** Shows the page of a movie. */
    Browser showMovie(String id) {
        return show("/" + movie(id));
    }

    /** Where the page of a movie is. */
    static String movie(String id) {
        return "#/movie/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String origin() {
        return addresses().movie().url();
    }

    @Override
    public void close() throws IOException {
        browser.close();
        marquee.close();
        FolderTree.delete(folder);
    }
}
