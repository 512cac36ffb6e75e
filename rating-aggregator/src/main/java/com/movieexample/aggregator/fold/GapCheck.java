package com.movieexample.aggregator.fold;

import com.movieexample.topics.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks into a gap between the offset that the fold expects and the one that it was given. Transaction markers and
 * aborted records leave gaps with nothing in them. A record in a gap was skipped: Kafka Streams revives a corrupted
 * task without rewinding its consumer.
 */
public class GapCheck {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final String topic;

    public GapCheck(KafkaClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /** @throws SkippedEventsException if the log holds a record from {@code expected} to before {@code came} */
    void requireEmpty(int partition, long expected, long came) {
        firstRecord(partition, expected, came).ifPresent(found -> {
            throw new SkippedEventsException(topic, partition, expected, found, came);
        });
    }

    /** The offset of the first record in a range of the log. */
    Optional<Long> firstRecord(int partition, long from, long to) {
        TopicPartition source = new TopicPartition(topic, partition);
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("gap-check")) {
            consumer.assign(List.of(source));
            long start = consumer.beginningOffsets(List.of(source)).get(source);
            if (start > from) {
                // What was there is gone from the log; it can't have been empty.
                return Optional.of(from);
            }
            consumer.seek(source, from);
            while (consumer.position(source) < to) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() < to ? Optional.of(record.offset()) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
