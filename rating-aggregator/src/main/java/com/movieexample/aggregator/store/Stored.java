package com.movieexample.aggregator.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.movieexample.topics.Topics;
import java.util.Optional;

/** Reads what the aggregate store holds. */
public final class Stored {
    private Stored() {}

    /** @param value null for none */
    public static <T> Optional<T> message(byte[] value, Parser<T> parser) {
        try {
            return value == null ? Optional.empty() : Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the store " + Topics.AGGREGATE_STORE + " holds what it never wrote", e);
        }
    }
}
