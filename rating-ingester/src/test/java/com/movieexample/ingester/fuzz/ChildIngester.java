package com.movieexample.ingester.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link IngesterMain} in a JVM of its own, with little memory, which ends when that does not do. */
public final class ChildIngester implements AutoCloseable {
    private static final long PATIENCE_S = 30;
    private static final int SHOWN = 20_000;
    private static final int MOST_ERRORS = 20;

    private final Process process;
    private final Path log;
    private final BufferedReader output;
    private int port;

    private ChildIngester(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param arguments of {@link IngesterMain} */
    public static ChildIngester start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(
                List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IngesterMain.class.getName()));
        command.addAll(arguments);
        Path log = folder.resolve("ingester.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        ChildIngester started = new ChildIngester(process, log);
        started.port = Integer.parseInt(started.nextLine());
        return started;
    }

    public int port() {
        return port;
    }

    /** After a collection. */
    public Footprint footprint() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
        return Footprint.ofLine(nextLine());
    }

    private String nextLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the ingester ended: " + log());
        }
        return line;
    }

    /** What it logged so far, or as much of it as can be shown. */
    public String log() throws IOException {
        String text = Files.readString(log);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
    }

    /** What it logged as an error of its own. */
    public List<String> errors() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR "))
                    .limit(MOST_ERRORS)
                    .toList();
        }
    }

    /** Stops it in order. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
