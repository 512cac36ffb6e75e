package com.movieexample.aggregator.fold;

/** It could not be seen whether events of the log were skipped: going on might leave them out for good. */
public final class UncertainGapException extends RuntimeException {
    UncertainGapException(String topic, int partition, long expected, long came, Throwable cause) {
        super(
                ("%s/%d: the fold expected offset %d and was given %d, and Kafka did not say in time what lies between. "
                                + "It starts again from what it has committed.")
                        .formatted(topic, partition, expected, came),
                cause);
    }
}
