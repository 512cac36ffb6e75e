package com.movieexample.bench.up;

import com.movieexample.bench.BenchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script's {@code up} on free ports, from its start to its end. The script lets the JVM take its process over, so
 * signals and memory are those of the JVM. Not thread-safe.
 */
final class MarqueeUp implements AutoCloseable {
    /** Every setting that names a port. */
    private static final List<String> PORTS = List.of(
            "--broker-port",
            "--controller-port",
            "--metadata-port",
            "--metadata-grpc-port",
            "--rating-port",
            "--rating-grpc-port",
            "--movie-port",
            "--movie-grpc-port",
            "--aggregator-port",
            "--aggregator-grpc-port");

    /** Such as "  movie   http://127.0.0.1:8083  gRPC ...", and "  Apache Kafka   127.0.0.1:9092". */
    private static final Pattern STARTED = Pattern.compile(" {2}(\\S+(?: \\S+)?) +((?:http://)?[^ ]+:\\d+)( .*)?");

    /** By default its topics have none. */
    static final String TOPIC_PREFIX = "";

    private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);

    private final Process process;
    private final Map<String, String> addresses = new HashMap<>();
    private final double readyAfter;

    private MarqueeUp(Process process, long startedAt) throws IOException {
        this.process = process;
        // Not closed: it would be the process that is told so.
        BufferedReader output = process.inputReader();
        awaitReady(output);
        readyAfter = secondsSince(startedAt);
    }

    /** Returns when it says that it is ready. */
    static MarqueeUp start(Path data) throws IOException {
        ProcessBuilder command = new ProcessBuilder(script().toString(), "up", "--data", data.toString());
        PORTS.forEach(port -> command.command().add(port + "=0"));
        long startedAt = System.nanoTime();
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return new MarqueeUp(process, startedAt);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static Path script() {
        Path script = Path.of(System.getProperty("marquee.home", "."), "marquee");
        if (!Files.isExecutable(script)) {
            throw new BenchException(script + " can't be run; start the bench with ./marquee bench");
        }
        return script;
    }

    private void awaitReady(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.matches()) {
                addresses.put(started.group(1), started.group(2));
            } else if (line.startsWith("Ready")) {
                return;
            }
        }
        throw new IOException("./marquee up ended before it was ready");
    }

    /** Seconds from the script's start to the line that says so. */
    double readyAfter() {
        return readyAfter;
    }

    String bootstrapServers() {
        return addresses.get("Apache Kafka");
    }

    /** Of a service, by its name in the registry. */
    URI http(String service) {
        return URI.create(addresses.get(service));
    }

    ProcessMemory memory() throws IOException {
        return ProcessMemory.of(process.pid());
    }

    /** As Ctrl-C does; the seconds that it took. */
    double stop() throws InterruptedException, IOException {
        long toldAt = System.nanoTime();
        process.destroy();
        if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("./marquee up did not stop within " + STOPS_WITHIN.toSeconds() + " s");
        }
        return secondsSince(toldAt);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    /** Ends it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
