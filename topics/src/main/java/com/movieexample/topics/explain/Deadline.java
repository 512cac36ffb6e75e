package com.movieexample.topics.explain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When something must be done. */
record Deadline(Duration limit, long atNanos) {
    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - atNanos >= 0;
    }

    /** At most {@code most}, and at least a millisecond: given none, Kafka's clients answer at once and with nothing. */
    Duration left(Duration most) {
        long left = Math.max(TimeUnit.MILLISECONDS.toNanos(1), atNanos - System.nanoTime());
        return left < most.toNanos() ? Duration.ofNanos(left) : most;
    }
}
