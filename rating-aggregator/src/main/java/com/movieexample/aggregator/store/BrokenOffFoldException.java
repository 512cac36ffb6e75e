package com.movieexample.aggregator.store;

import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.TaskCorruptedException;

/**
 * The fold of an event was broken off half-way. Kafka Streams would revive the task, and before that commit the
 * transaction of its thread, which holds the half that the task has written: the user's rating without the aggregate.
 * So the whole application has to fail, which aborts the transaction.
 */
public final class BrokenOffFoldException extends RuntimeException {
    private BrokenOffFoldException(Throwable cause) {
        super(
                "the fold of an event was broken off, and starts again from what it has committed: "
                        + cause.getMessage(),
                cause);
    }

    /** Does a part of the fold; what would revive the task fails the application. */
    public static void guard(Runnable part) {
        try {
            part.run();
        } catch (TaskCorruptedException | TimeoutException e) {
            throw new BrokenOffFoldException(e);
        }
    }
}
