package com.movieexample.ingester;

import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What stands in the topic {@code ratings}, in bytes. */
record WrittenRatings(MarqueeLog log) {
    ConsumerRecord<byte[], byte[]> at(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("written-ratings")) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return !found.isEmpty();
            });
        }
        return found.get(0);
    }

    /** All of a record, in the one partition of its log. */
    List<ConsumerRecord<byte[], byte[]>> of(RecordKey record) {
        TopicPartition partition = new TopicPartition(log.topics().ratings().name(), 0);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("written-ratings")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(taken -> Arrays.equals(taken.key(), record.bytes()))
                .toList();
    }

    long count() {
        String topic = log.topics().ratings().name();
        List<TopicPartition> partitions = IntStream.range(0, log.topics().ratingsPartitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("written-ratings")) {
            // Assigned, since a consumer grumbles over the ends of partitions that are not its own.
            consumer.assign(partitions);
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
