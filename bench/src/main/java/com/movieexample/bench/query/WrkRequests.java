package com.movieexample.bench.query;

import com.movieexample.bench.contest.WrongAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP requests of wrk, a load generator that takes less of the machine than one in Java would. */
final class WrkRequests implements Requests {
    private static final Pattern FIGURES =
            Pattern.compile("figures answers=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) bad=(\\d+)");

    private final int connections;
    private final Path requests;
    private final Path script;

    /** @param folder takes the requests and the script */
    WrkRequests(int connections, List<Asked> requests, Path folder) throws IOException {
        this.connections = connections;
        this.requests = Files.write(
                Files.createTempFile(folder, "requests", ".txt"),
                requests.stream()
                        .map(asked -> asked.path() + "\t" + asked.etag())
                        .toList());
        this.script = Files.createTempFile(folder, "requests", ".lua");
        try (InputStream source = WrkRequests.class.getResourceAsStream("requests.lua")) {
            Files.write(script, source.readAllBytes());
        }
    }

    static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Load send(int port, Duration time) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "--threads",
                        "1",
                        "--connections",
                        Integer.toString(connections),
                        "--duration",
                        time.toSeconds() + "s",
                        "--script",
                        script.toString(),
                        "http://127.0.0.1:" + port,
                        requests.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        return load(output);
    }

    static Load load(String output) {
        Matcher figures = FIGURES.matcher(output);
        if (!figures.find()) {
            throw new IllegalStateException("wrk gave no figures: " + output);
        }
        if (!figures.group(5).equals("0")) {
            throw new WrongAnswerException("the HTTP server", figures.group(5) + " requests failed");
        }
        double answers = number(figures, 1);
        double seconds = number(figures, 2) / 1e6;
        return new Load((long) answers, answers / seconds, number(figures, 3) / 1e3, number(figures, 4) / 1e3);
    }

    private static double number(Matcher figures, int group) {
        return Double.parseDouble(figures.group(group));
    }
}
