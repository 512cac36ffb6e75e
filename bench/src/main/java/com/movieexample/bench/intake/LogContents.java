package com.movieexample.bench.intake;

import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.workload.EventTexts;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.TopicDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares a topic of ratings with what was to be written to it, byte for byte. One thread wrote with an idempotent
 * producer, so each partition has its events in their order. Not thread-safe.
 */
final class LogContents {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final TopicDefinition<?, ?> topic;
    private final EventTexts texts = new EventTexts();

    /** By partition, the first offset that was not looked at yet. */
    private final long[] next;

    LogContents(KafkaClients clients, TopicDefinition<?, ?> topic) {
        this.clients = clients;
        this.topic = topic;
        this.next = new long[topic.partitions()];
    }

    /** @throws WrongAnswerException unless what was written since the last call is each of these events once */
    void requireNext(String contender, RatingWorkload events) {
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("bench-intake")) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                require(contender, consumer, new TopicPartition(topic.name(), partition), events);
            }
        }
    }

    private void require(
            String contender, Consumer<byte[], byte[]> consumer, TopicPartition partition, RatingWorkload events) {
        Iterator<WorkloadEvent> expected = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> partitionOf(event) == partition.partition())
                .iterator();
        consumer.assign(List.of(partition));
        consumer.seek(partition, next[partition.partition()]);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                require(contender, record, expected);
            }
        }
        if (expected.hasNext()) {
            throw new WrongAnswerException(contender, partition + " ends without " + expected.next());
        }
        next[partition.partition()] = end;
    }

    private int partitionOf(WorkloadEvent event) {
        return Partitioning.partitionOf(keyOf(event), topic.partitions());
    }

    private byte[] keyOf(WorkloadEvent event) {
        return texts.key(event).getBytes(StandardCharsets.UTF_8);
    }

    private void require(String contender, ConsumerRecord<byte[], byte[]> record, Iterator<WorkloadEvent> expected) {
        if (!expected.hasNext()) {
            throw new WrongAnswerException(contender, "nothing more was to be written at " + placeOf(record));
        }
        WorkloadEvent event = expected.next();
        if (!Arrays.equals(record.key(), keyOf(event))
                || !Arrays.equals(record.value(), texts.message(event).toByteArray())) {
            throw new WrongAnswerException(contender, "expected " + event + " at " + placeOf(record));
        }
    }

    private static String placeOf(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + ":" + record.offset();
    }
}
