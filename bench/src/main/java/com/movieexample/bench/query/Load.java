package com.movieexample.bench.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a server bore.
 *
 * @param answers how many
 * @param perSecond of them
 * @param p50 of the time from request to answer, ms
 * @param p99 likewise
 */
record Load(long answers, double perSecond, double p50, double p99) {
    /**
     * Of the time that each answer took.
     *
     * @param nanos at least one
     * @param seconds in which they came
     */
    static Load of(List<long[]> nanos, double seconds) {
        long[] sorted = nanos.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return new Load(sorted.length, sorted.length / seconds, percentile(sorted, 50), percentile(sorted, 99));
    }

    /** The least time that so many in a hundred stayed within, in ms. */
    static double percentile(long[] sorted, int percent) {
        int place = (int) Math.ceil(sorted.length * (percent / 100.0)) - 1;
        return sorted[Math.max(0, place)] / 1e6;
    }

    /** Times in the order in which they were taken. For one thread at a time. */
    static final class Times {
        private long[] nanos = new long[1024];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = time;
        }

        long[] all() {
            return Arrays.copyOf(nanos, count);
        }
    }
}
