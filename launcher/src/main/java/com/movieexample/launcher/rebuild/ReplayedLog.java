package com.movieexample.launcher.rebuild;

import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the fold of a generation has committed, as the cluster knows it. Does not own its client. */
record ReplayedLog(Admin admin, MarqueeLog log, int generation) {
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
