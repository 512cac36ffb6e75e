package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.TestBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link FoldMain} in a JVM of its own. */
final class ChildFold implements AutoCloseable {
    private static final long PATIENCE_S = 120;

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private ChildFold(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param prefix of the log's topics
     * @param settings of Kafka Streams, such as {@code num.standby.replicas=1}
     */
    static ChildFold start(String prefix, Path folder, StoreKind stores, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FoldMain.class.getName()));
        command.addAll(List.of(
                TestBroker.bootstrapServers(), prefix, folder.resolve("state").toString(), stores.name()));
        command.addAll(List.of(settings));
        Path errors = folder.resolve("fold.log");
        return new ChildFold(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start(),
                errors);
    }

    /** Waits until its stores include so many events; how many they include then. */
    long awaitFolded(long events) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            // The console's log lines are not its answers.
            if (line.matches("[0-9]+") && Long.parseLong(line) >= events) {
                return Long.parseLong(line);
            }
        }
        throw new IOException("the fold ended; see " + errors);
    }

    /** Ends it without a chance to do anything about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it in order. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
