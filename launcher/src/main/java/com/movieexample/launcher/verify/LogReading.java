package com.movieexample.launcher.verify;

import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the committed events of the log from its beginning, up to where it is told, and further later. Every wait is
 * bounded. Owns its consumer; not thread-safe.
 */
final class LogReading implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final VerifiedLog log;
    private final LogFold fold;
    private final LongConsumer progress;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<Integer, Long> afterLast = new HashMap<>();

    /** @param progress told how many events have been read */
    LogReading(VerifiedLog log, LogFold fold, LongConsumer progress) {
        this.log = log;
        this.fold = fold;
        this.progress = progress;
        this.consumer = log.clients().readCommitted("marquee-verify");
        this.partitions = IntStream.range(0, log.partitions())
                .mapToObj(partition -> new TopicPartition(log.topic(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        consumer.pause(partitions);
    }

    /** For each partition the offset before which everything is decided. */
    Map<Integer, Long> ends() {
        try {
            return consumer.endOffsets(partitions, ANSWERED_WITHIN).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e);
        }
    }

    /** The offset after the last event that was read from a partition. Markers of transactions are no events. */
    long afterLast(int partition) {
        return afterLast.getOrDefault(partition, 0L);
    }

    /** Folds each partition's events below its offset; one that was read so far already stays where it is. */
    void readTo(Map<Integer, Long> nextOffsets) {
        try {
            Set<TopicPartition> open = new HashSet<>(partitions);
            closeReached(open, nextOffsets);
            consumer.resume(open);
            long lastMove = System.nanoTime();
            while (!open.isEmpty()) {
                Map<TopicPartition, Long> before = positions(open);
                foldBelow(nextOffsets, consumer.poll(POLL));
                lastMove = positions(open).equals(before) ? lastMove : System.nanoTime();
                requireRecent(lastMove, open);
                closeReached(open, nextOffsets);
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e);
        }
    }

    private void foldBelow(Map<Integer, Long> nextOffsets, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            long next = nextOffsets.getOrDefault(partition.partition(), 0L);
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (record.offset() >= next) {
                    consumer.seek(partition, next);
                    break;
                }
                fold.add(
                        partition.partition(),
                        record.offset(),
                        record.key(),
                        record.value(),
                        record.timestamp(),
                        record.headers());
                afterLast.put(partition.partition(), record.offset() + 1);
            }
        }
        progress.accept(fold.counts().all());
    }

    private void closeReached(Set<TopicPartition> open, Map<Integer, Long> nextOffsets) {
        Set<TopicPartition> reached = open.stream()
                .filter(partition -> position(partition) >= nextOffsets.getOrDefault(partition.partition(), 0L))
                .collect(Collectors.toSet());
        consumer.pause(reached);
        open.removeAll(reached);
    }

    private Map<TopicPartition, Long> positions(Set<TopicPartition> of) {
        return of.stream().collect(Collectors.toMap(partition -> partition, this::position));
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, ANSWERED_WITHIN);
    }

    private static void requireRecent(long lastMove, Set<TopicPartition> open) {
        if (System.nanoTime() - lastMove > SILENCE.toNanos()) {
            throw new TimeoutException("nothing came of " + open + " for " + SILENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
