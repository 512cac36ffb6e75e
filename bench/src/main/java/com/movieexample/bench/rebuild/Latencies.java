package com.movieexample.bench.rebuild;

import java.util.Arrays;

/** How long answers took, since the last time that somebody asked. Thread-safe. */
final class Latencies {
    private long[] nanos = new long[4096];
    private int count;

    /**
     * Of a while.
     *
     * @param p50 ms, as {@code p99} and {@code longest}
     */
    record Taken(int count, double p50, double p99, double longest) {
        @Override
        public String toString() {
            return "%,d reads, p50 %.1f ms, p99 %.1f ms, longest %.0f ms".formatted(count, p50, p99, longest);
        }
    }

    synchronized void note(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    synchronized Taken take() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        count = 0;
        return new Taken(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }
}
