package com.movieexample.bench.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a service's metrics say of its JVM.
 *
 * @param heapMebibytes in use now
 * @param pauseSeconds of the collector, all together
 */
record JvmFigures(double heapMebibytes, double pauseSeconds) {
    /** @param port of a service on this machine */
    static JvmFigures of(int port) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    static JvmFigures parse(List<String> metrics) {
        return new JvmFigures(
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
                sum(metrics, "jvm_gc_pause_seconds_sum"));
    }

    private static double sum(List<String> metrics, String start) {
        return metrics.stream()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
