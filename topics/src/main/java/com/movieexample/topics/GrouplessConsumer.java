package com.movieexample.topics;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer of partitions that it is assigned, not given by a group. Closing it waits for nothing: Kafka's would wait
 * until the broker answers the fetch that is under way, which at the end of a quiet topic takes half a second, and there
 * is no group to leave.
 */
final class GrouplessConsumer extends KafkaConsumer<byte[], byte[]> {
    GrouplessConsumer(Map<String, Object> settings) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        close(CloseOptions.timeout(Duration.ZERO));
    }
}
