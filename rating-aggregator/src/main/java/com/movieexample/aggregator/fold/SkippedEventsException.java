package com.movieexample.aggregator.fold;

/** Events of the log were not handed to the fold: going on would leave them out for good. */
public final class SkippedEventsException extends RuntimeException {
    private static final String REMEDY = " It starts again from what it has committed.";

    SkippedEventsException(String topic, int partition, long expected, long found, long came) {
        super("%s/%d: the fold expected offset %d and was given %d, but the log holds a record at %d."
                        .formatted(topic, partition, expected, came, found)
                + REMEDY);
    }

    SkippedEventsException(String topic, int partition, long expected, long found) {
        super("%s/%d: the fold was revived at offset %d and is not given the record at %d."
                        .formatted(topic, partition, expected, found)
                + REMEDY);
    }
}
