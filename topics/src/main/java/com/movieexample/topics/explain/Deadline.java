package com.movieexample.topics.explain;

import java.time.Duration;

/** When something must be done. */
record Deadline(Duration limit, long atNanos) {
    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - atNanos >= 0;
    }

    /** At most {@code most}, and never negative. */
    Duration left(Duration most) {
        long left = Math.max(0, atNanos - System.nanoTime());
        return left < most.toNanos() ? Duration.ofNanos(left) : most;
    }
}
