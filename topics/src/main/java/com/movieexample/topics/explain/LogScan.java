package com.movieexample.topics.explain;

import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the committed events of partitions of the log from their beginning to their end, as it was when it was asked for.
 * Every wait is bounded by the deadline. Owns its consumer; not thread-safe.
 */
final class LogScan implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final MarqueeLog log;
    private final EventReader reader;
    private final Deadline deadline;
    private final Consumer<byte[], byte[]> consumer;

    LogScan(MarqueeLog log, Deadline deadline) {
        this.log = log;
        this.reader = new EventReader(log.rules(), log.topics().ratingsPartitions());
        this.deadline = deadline;
        this.consumer = log.clients().readCommitted("marquee-explain");
    }

    /**
     * Reads one partition.
     *
     * @throws ExplanationTimeoutException when the time is over first
     * @throws KafkaUnavailableException when no broker answers
     */
    Scanned scan(int number, java.util.function.Consumer<LogEvent> to) {
        TopicPartition partition = new TopicPartition(log.topics().ratings().name(), number);
        return scan(partition, ends(List.of(partition)).get(partition), to);
    }

    /** Where all partitions end now. */
    Map<TopicPartition, Long> ends() {
        return ends(IntStream.range(0, log.topics().ratingsPartitions())
                .mapToObj(number -> new TopicPartition(log.topics().ratings().name(), number))
                .toList());
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try {
            // Assigned, since a consumer grumbles over the ends of partitions that are not its own.
            consumer.assign(partitions);
            return consumer.endOffsets(partitions, answeredWithin());
        } catch (KafkaException e) {
            throw explained(e, partitions.stream().map(LogScan::name).collect(Collectors.joining(", ")), 0, 0);
        }
    }

    /** @param end before which everything is read */
    Scanned scan(TopicPartition partition, long end, java.util.function.Consumer<LogEvent> to) {
        String name = name(partition);
        long next = 0;
        try {
            consumer.assign(List.of(partition));
            long from = consumer.beginningOffsets(List.of(partition), answeredWithin())
                    .get(partition);
            consumer.seek(partition, from);
            next = from;
            long events = 0;
            while (next < end) {
                if (deadline.isOver()) {
                    throw timeout(name, next, end, null);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(deadline.left(POLL))) {
                    if (record.offset() < end) {
                        to.accept(LogEvent.read(reader, record));
                        events++;
                    }
                }
                // Not the offset after the last event: behind it there may be markers of transactions.
                next = consumer.position(partition, answeredWithin());
            }
            return new Scanned(partition.topic(), partition.partition(), from, end, events);
        } catch (KafkaException e) {
            throw explained(e, name, next, end);
        }
    }

    private static String name(TopicPartition partition) {
        return partition.topic() + '/' + partition.partition();
    }

    private Duration answeredWithin() {
        return deadline.left(ANSWERED_WITHIN);
    }

    /** Whether it was our time that was over or Kafka's. */
    private RuntimeException explained(KafkaException e, String name, long next, long end) {
        return e instanceof TimeoutException && deadline.isOver()
                ? timeout(name, next, end, e)
                : new KafkaUnavailableException(log.clients().bootstrapServers(), e);
    }

    private ExplanationTimeoutException timeout(String name, long next, long end, Throwable cause) {
        return new ExplanationTimeoutException(name, deadline.limit(), next, end, cause);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
