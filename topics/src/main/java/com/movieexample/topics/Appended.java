package com.movieexample.topics;

import com.movieexample.api.Position;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * That the log has a record.
 *
 * @param logTime when it took it by its own clock, ms since 1970; in a topic without {@code LogAppendTime} what the
 *     record said
 */
public record Appended(Position position, long logTime) {
    static Appended of(RecordMetadata metadata) {
        Position position = new Position(metadata.topic(), metadata.partition(), metadata.offset());
        return new Appended(position, metadata.timestamp());
    }
}
