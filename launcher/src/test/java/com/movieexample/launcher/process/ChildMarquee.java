package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** {@code ./marquee} in a JVM of its own, with this test's class path. What it prints goes to files. */
public final class ChildMarquee implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    private final Path out;
    private final Path err;
    private final Process process;

    private ChildMarquee(Path out, Path err, Process process) {
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /** {@code marquee up} on free ports. */
    public static ChildMarquee up(Path folder, Path data, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--data=" + data));
        arguments.addAll(RunningMarquee.FREE_PORTS);
        arguments.addAll(options);
        return start(folder, arguments);
    }

    public static ChildMarquee start(Path folder, List<String> arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            // As the script does, so that libraries with native parts don't warn on the console.
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dmarquee.home=" + folder,
                // Those of the tests print to the console.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ChildMarquee(out, err, process);
    }

    public ChildMarquee awaitReady() {
        return awaitLine("Ready after");
    }

    /** Waits until it has printed such a line. */
    public ChildMarquee awaitLine(String part) {
        try {
            await().atMost(READY_WITHIN)
                    .failFast(() -> !process.isAlive() && !out().contains(part))
                    .until(() -> out().contains(part));
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError("never said '%s', but:\n%s\n%s".formatted(part, dump(), err()), e);
        }
        return this;
    }

    /** What it printed; if it still runs, with what its threads are doing. */
    private String dump() {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                // The JVM prints this last.
                await().atMost(ENDS_WITHIN).until(() -> out().contains("Heap"));
            }
        } catch (IOException | InterruptedException | ConditionTimeoutException e) {
            return out() + "\nand its threads could not be seen: " + e;
        }
        return out();
    }

    /** The address that a line begins its telling of with {@code name}, without the scheme. */
    public String address(String name) {
        return find(name + " +(?:http://)?(\\S+)");
    }

    /** The gRPC address of a service. */
    public String grpcAddress(String name) {
        return find(name + " .*gRPC (\\S+)");
    }

    private String find(String pattern) {
        Matcher line = Pattern.compile("^ {2}" + pattern, Pattern.MULTILINE).matcher(out());
        assertThat(line.find()).as("a line with %s in %s", pattern, out()).isTrue();
        return line.group(1);
    }

    /** Asks it to end, as Ctrl-C and a service manager do. */
    public ChildMarquee terminate() {
        process.destroy();
        return this;
    }

    /** Ends it without a chance to do anything about it, as SIGKILL and a power cut do. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS))
                .as("ended in time: %s", out())
                .isTrue();
        return process.exitValue();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
