package com.movieexample.ingester.router;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the router makes of an event.
 *
 * @param ifTooLarge what is sent in its place if its topic finds it too large
 */
record Outgoing(ProducerRecord<byte[], byte[]> record, Outcome outcome, Optional<Supplier<Outgoing>> ifTooLarge) {
    enum Outcome {
        COPIED,
        DEAD_LETTERED
    }

    int bytes() {
        return (record.key() == null ? 0 : record.key().length) + record.value().length;
    }
}
