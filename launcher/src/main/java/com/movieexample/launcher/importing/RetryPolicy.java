package com.movieexample.launcher.importing;

import java.time.Duration;

/**
 * How long a call is tried.
 *
 * @param attempt how long one attempt may take
 * @param total after this time from the first attempt there is no other one
 * @param firstPause the pause before the second attempt; each is twice the one before, up to {@code longestPause}
 */
record RetryPolicy(Duration attempt, Duration total, Duration firstPause, Duration longestPause) {
    static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(2));

    /** @param failures how many attempts have failed, at least 1 */
    Duration pauseAfter(int failures) {
        // Doubled so often that any pause is the longest, and not so often that it overflows.
        Duration doubled = firstPause.multipliedBy(1L << Math.min(20, failures - 1));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
