package com.movieexample.topics.explain;

import java.time.Duration;

/** The log could not be read to its end in the time that there was, so nothing is said of it. */
public final class ExplanationTimeoutException extends RuntimeException {
    private static final long MS_PER_SECOND = 1_000;

    /**
     * With a message for people.
     *
     * @param next the first offset that was not read
     * @param end the offset to be read up to; 0 if that was not known yet
     */
    ExplanationTimeoutException(String partition, Duration limit, long next, long end, Throwable cause) {
        super(
                "%s was not read to its end within %s: %s"
                        .formatted(
                                partition,
                                text(limit),
                                end == 0 ? "nothing came of it" : "it was at offset " + next + " of " + end),
                cause);
    }

    private static String text(Duration limit) {
        long ms = limit.toMillis();
        return ms % MS_PER_SECOND == 0 ? ms / MS_PER_SECOND + " s" : ms + " ms";
    }
}
