package com.movieexample.aggregator.fold;

/** Events of the log were not handed to the fold: going on would leave them out for good. */
public final class SkippedEventsException extends RuntimeException {
    SkippedEventsException(String topic, int partition, long expected, long found, long came) {
        super(("%s/%d: the fold expected offset %d and was given %d, but the log holds a record at %d. "
                        + "It starts again from what it has committed.")
                .formatted(topic, partition, expected, came, found));
    }
}
