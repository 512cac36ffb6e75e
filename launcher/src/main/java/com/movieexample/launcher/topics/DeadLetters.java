package com.movieexample.launcher.topics;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Counts the events of the dead-letter topic: each stands there under its origin, some several times for a while. */
record DeadLetters(KafkaClients clients) {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /** @throws KafkaUnavailableException when the topic can't be read */
    long count(TopicFigures topic) {
        Set<ByteBuffer> origins = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("marquee-topics")) {
            topic.partitions().forEach(partition -> read(topic.name(), partition, consumer, origins));
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        return origins.size();
    }

    private static void read(
            String topic, PartitionFigures figures, Consumer<byte[], byte[]> consumer, Set<ByteBuffer> origins) {
        TopicPartition partition = new TopicPartition(topic, figures.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, figures.first());
        long deadline = System.nanoTime() + SILENCE.toNanos();
        while (consumer.position(partition, ANSWERED_WITHIN) < figures.end()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("nothing came of " + partition + " for " + SILENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record, origins);
                deadline = System.nanoTime() + SILENCE.toNanos();
            }
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Set<ByteBuffer> origins) {
        if (record.key() == null) {
            return;
        }
        ByteBuffer origin = ByteBuffer.wrap(record.key());
        if (record.value() == null) {
            origins.remove(origin);
        } else {
            origins.add(origin);
        }
    }
}
