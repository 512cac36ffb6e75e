package com.movieexample.launcher.rebuild;

import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the fold of a generation has committed, as the cluster knows it. Does not own its client. */
record ReplayedLog(Admin admin, MarqueeLog log, int generation) {
    private static final Duration LOOKS_FOR = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * How far it is in each partition of {@code ratings}.
     *
     * @param committed by partition, the next offset to be folded
     * @param ends by partition, where the log is stable up to
     */
    record Reach(Map<Integer, Long> committed, Map<Integer, Long> ends) {
        long done() {
            return committed.entrySet().stream()
                    .mapToLong(next -> Math.min(next.getValue(), ends.getOrDefault(next.getKey(), 0L)))
                    .sum();
        }

        long total() {
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean hasPassed(Map<Integer, Long> offsets) {
            return offsets.entrySet().stream()
                    .allMatch(offset -> committed.getOrDefault(offset.getKey(), 0L) >= offset.getValue());
        }
    }

    Reach reach() {
        Topics topics = log.topics();
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, topics.ratingsPartitions())
                .mapToObj(partition -> new TopicPartition(topics.ratings().name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<Integer, Long> committed = new TreeMap<>();
        // The ends last: what is committed is never beyond them.
        get(admin.listConsumerGroupOffsets(topics.applicationId(generation)).partitionsToOffsetAndMetadata())
                .forEach((partition, next) -> put(committed, partition, next));
        Map<Integer, Long> ends = new TreeMap<>();
        get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return new Reach(committed, ends);
    }

    /**
     * Whether the fold has come to the last event before some offsets: markers of transactions, which may follow, are not
     * always committed.
     */
    boolean hasNothingBefore(Map<Integer, Long> offsets, Reach reach) {
        Map<TopicPartition, Long> behind = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (reach.committed().getOrDefault(partition, 0L) < offset) {
                behind.put(new TopicPartition(log.topics().ratings().name(), partition), offset);
            }
        });
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("marquee-rebuild")) {
            consumer.assign(behind.keySet());
            behind.keySet()
                    .forEach(partition ->
                            consumer.seek(partition, reach.committed().getOrDefault(partition.partition(), 0L)));
            long deadline = System.nanoTime() + LOOKS_FOR.toNanos();
            while (System.nanoTime() < deadline) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return false;
                }
                if (behind.entrySet().stream()
                        .allMatch(partition ->
                                consumer.position(partition.getKey(), LOOKS_FOR) >= partition.getValue())) {
                    return true;
                }
            }
            return false;
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e);
        }
    }

    private void put(Map<Integer, Long> committed, TopicPartition partition, OffsetAndMetadata next) {
        if (next != null && partition.topic().equals(log.topics().ratings().name())) {
            committed.put(partition.partition(), next.offset());
        }
    }

    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e);
        }
    }
}
