package com.movieexample.bench.solution;

import com.movieexample.topics.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed records of a changelog from its beginning to its end. */
public final class Changelog {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaClients clients;
    private final List<TopicPartition> partitions;

    public Changelog(KafkaClients clients, String topic, int partitions) {
        this.clients = clients;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Later records of a key come after earlier ones. */
    public void forEach(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("bench-changelog")) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(action);
            }
        }
    }
}
