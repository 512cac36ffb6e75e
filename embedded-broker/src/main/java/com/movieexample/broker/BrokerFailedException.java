package com.movieexample.broker;

/** A running broker gave up: Kafka asked to end the process. The stack trace shows where it did. */
public final class BrokerFailedException extends RuntimeException {
    BrokerFailedException(int status, String message) {
        super("the broker gave up with status %d: %s".formatted(status, message == null ? "see the log" : message));
    }
}
