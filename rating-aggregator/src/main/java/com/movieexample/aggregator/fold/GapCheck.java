package com.movieexample.aggregator.fold;

import com.movieexample.topics.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Looks into a gap between the offset that the fold expects and the one that it was given. Transaction markers and
 * aborted records leave gaps with nothing in them. A record in a gap was skipped: Kafka Streams revives a corrupted
 * task without rewinding its consumer.
 */
public class GapCheck {
    private static final Duration POLL = Duration.ofMillis(200);

    /** The fold's transaction is lost by then, and the stream thread must not be held for as long as Kafka is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final String topic;
    private final Duration patience;

    public GapCheck(KafkaClients clients, String topic) {
        this(clients, topic, PATIENCE);
    }

    /** @param patience how long Kafka may be silent */
    GapCheck(KafkaClients clients, String topic, Duration patience) {
        this.clients = clients;
        this.topic = topic;
        this.patience = patience;
    }

    /**
     * @throws SkippedEventsException if the log holds a record from {@code expected} to before {@code came}
     * @throws UncertainGapException if Kafka does not tell in time
     */
    void requireEmpty(int partition, long expected, long came) {
        Optional<Long> skipped;
        try {
            skipped = firstRecord(partition, expected, came);
        } catch (TimeoutException e) {
            throw new UncertainGapException(topic, partition, expected, came, e);
        }
        skipped.ifPresent(found -> {
            throw new SkippedEventsException(topic, partition, expected, found, came);
        });
    }

    SkippedEventsException neverCame(int partition, long expected, long found) {
        return new SkippedEventsException(topic, partition, expected, found);
    }

    /**
     * The offset of the first record in a range of the log.
     *
     * @throws TimeoutException if Kafka is silent for too long
     */
    Optional<Long> firstRecord(int partition, long from, long to) {
        return ask(partition, (consumer, source) -> firstRecord(consumer, source, from, to));
    }

    /**
     * The offset of the first record that is not before {@code from}, if there is one now.
     *
     * @throws TimeoutException if Kafka is silent for too long
     */
    Optional<Long> firstRecord(int partition, long from) {
        return ask(partition, (consumer, source) -> {
            long end = consumer.endOffsets(List.of(source), patience).get(source);
            return end <= from ? Optional.empty() : firstRecord(consumer, source, from, end);
        });
    }

    private <T> T ask(int partition, BiFunction<Consumer<byte[], byte[]>, TopicPartition, T> question) {
        TopicPartition source = new TopicPartition(topic, partition);
        Consumer<byte[], byte[]> consumer = clients.readCommitted("gap-check");
        try {
            consumer.assign(List.of(source));
            return question.apply(consumer, source);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private Optional<Long> firstRecord(Consumer<byte[], byte[]> consumer, TopicPartition source, long from, long to) {
        long start = consumer.beginningOffsets(List.of(source), patience).get(source);
        if (start > from) {
            // What was there is gone from the log; it can't have been empty.
            return Optional.of(from);
        }
        consumer.seek(source, from);
        return firstRecord(consumer, source, to);
    }

    private Optional<Long> firstRecord(Consumer<byte[], byte[]> consumer, TopicPartition source, long to) {
        long reached = consumer.position(source);
        long deadline = System.nanoTime() + patience.toNanos();
        while (reached < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() < to ? Optional.of(record.offset()) : Optional.empty();
            }
            if (consumer.position(source) > reached) {
                reached = consumer.position(source);
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("nothing new from " + source + " at " + reached);
            }
        }
        return Optional.empty();
    }
}
