package com.movieexample.topics.provisioning;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;

/** The cluster did not answer in time, or refused; the message says which one and why. */
public final class KafkaUnavailableException extends RuntimeException {
    public KafkaUnavailableException(String bootstrapServers, Throwable cause) {
        super(verdict(cause).formatted(bootstrapServers) + ": " + reason(cause), cause);
    }

    private static String verdict(Throwable cause) {
        boolean refused = cause instanceof ApiException && !(cause instanceof RetriableException);
        return refused ? "Kafka at %s refused" : "no Kafka broker answered at %s";
    }

    /** A client that can't be made says why only in its cause: an address that can't be resolved, for example. */
    private static String reason(Throwable cause) {
        return cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
    }
}
