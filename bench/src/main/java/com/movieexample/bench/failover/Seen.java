package com.movieexample.bench.failover;

import java.util.Map;

/**
 * What a reader saw of a service for a while.
 *
 * @param answers that were right
 * @param wrong answers, of which there must never be one
 * @param errors in place of answers, by what they said
 * @param gap the longest time without a right answer, ms
 * @param p99 of the time that right answers took, ms
 */
record Seen(long answers, long wrong, Map<String, Integer> errors, double gap, double p99) {
    long errorCount() {
        return errors.values().stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public String toString() {
        return "%,d right answers, %,d wrong ones, %,d errors, longest gap %.0f ms, p99 %.1f ms"
                        .formatted(answers, wrong, errorCount(), gap, p99)
                + (errors.isEmpty() ? "" : ", errors " + errors);
    }
}
