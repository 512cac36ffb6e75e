package com.movieexample.topics.view;

/**
 * Decides when a watermark that was read from a partition of the ratings view may be believed. The aggregates of a
 * transaction and their watermark can arrive in different polls, in any order; all of the transaction is in once the
 * reader has come to the end that was stable when it saw the watermark. Not thread-safe.
 */
public final class WatermarkGate {
    private Held held;
    private Held next;

    private record Held(long watermark, long stableEnd) {}

    /**
     * Notes a watermark.
     *
     * @param stableEnd an end of the partition that was stable when the watermark was seen
     */
    public void seen(long watermark, long stableEnd) {
        // The first one keeps its place until it passes: a later one always waits for a later end, and under a
        // steady stream of them none would ever pass.
        if (held == null) {
            held = new Held(watermark, stableEnd);
        } else {
            next = new Held(watermark, stableEnd);
        }
    }

    /**
     * The newest watermark that may be believed now that the reader has come to {@code position}; -1 if none may.
     */
    public long passed(long position) {
        long passed = -1;
        while (held != null && position >= held.stableEnd) {
            passed = held.watermark;
            held = next;
            next = null;
        }
        return passed;
    }
}
