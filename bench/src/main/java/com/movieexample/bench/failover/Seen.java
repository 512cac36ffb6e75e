package com.movieexample.bench.failover;

/**
 * What a reader saw of a service for a while.
 *
 * @param answers that were right
 * @param wrong answers, of which there must never be one
 * @param errors in place of answers
 * @param gap the longest time without a right answer, ms
 * @param p99 of the time that right answers took, ms
 */
record Seen(long answers, long wrong, long errors, double gap, double p99) {
    @Override
    public String toString() {
        return "%,d right answers, %,d wrong ones, %,d errors, longest gap %.0f ms, p99 %.1f ms"
                .formatted(answers, wrong, errors, gap, p99);
    }
}
