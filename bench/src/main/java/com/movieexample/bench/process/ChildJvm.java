package com.movieexample.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A JVM with the bench's own class path and options of its own; what it says on standard error, its log with it, goes
 * into a file. Its output is read all the time, so that it never waits for a reader. Not thread-safe.
 */
public final class ChildJvm implements AutoCloseable {
    private static final int STOPS_WITHIN_SECONDS = 30;
    private static final String END = new String("end of output");

    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** @param options of the JVM, such as {@code -Xmx2g} */
    public static ChildJvm start(List<String> options, Class<?> main, List<String> arguments, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + Logging.CONFIGURATION + "=" + Logging.FILE);
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        return new ChildJvm(process, errors);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // It was killed meanwhile; what it had said before counts.
        } finally {
            output.add(END);
        }
    }

    /**
     * The next line of its output that is wanted.
     *
     * @throws IOException if it ends without one
     */
    @SuppressWarnings("ReferenceEquality") // no line is the end but the end itself
    public String awaitLine(Predicate<String> wanted) throws IOException, InterruptedException {
        for (String line = output.take(); line != END; line = output.take()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        output.add(END);
        throw new IOException("process %d ended with %d and without the line that was waited for; its log: %s"
                .formatted(process.pid(), process.waitFor(), errors));
    }

    /** Writes a line into its input. */
    public void tell(String line) throws IOException {
        BufferedWriter input = process.outputWriter();
        input.write(line);
        input.newLine();
        input.flush();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for its end; its exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** As if the machine had stopped it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, and waits until it has; one that does not in time, or for which nobody waits, is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
