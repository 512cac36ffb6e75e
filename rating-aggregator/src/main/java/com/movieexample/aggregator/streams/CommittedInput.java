package com.movieexample.aggregator.streams;

import com.movieexample.topics.provisioning.FoundTopics;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the group has read the log. All that came of it is in the changelogs: without them the fold would go on in
 * the middle of the log with nothing of what is before.
 */
record CommittedInput(Admin admin, MarqueeLog log) {
    /**
     * Refuses to go on where the changelogs hold nothing.
     *
     * @throws LogMismatchException saying what is missing
     */
    void requireKept(FoundTopics found, String wayOut) throws ExecutionException, InterruptedException {
        Map<Integer, Long> read = read();
        if (read.isEmpty()) {
            return;
        }
        for (String changelog : log.topics().changelogs(log.generation())) {
            if (found.identity(changelog).isEmpty()) {
                throw lost(read.entrySet().iterator().next(), changelog + " is gone", wayOut);
            }
        }
        // Every commit of a partition writes its watermark there.
        Map<Integer, Long> ends = ends(log.aggregates(), List.copyOf(read.keySet()));
        for (Map.Entry<Integer, Long> partition : read.entrySet()) {
            if (ends.get(partition.getKey()) == 0) {
                throw lost(partition, log.aggregates() + " holds nothing of it", wayOut);
            }
        }
    }

    private LogMismatchException lost(Map.Entry<Integer, Long> read, String what, String wayOut) {
        return new LogMismatchException("the consumer group %s has read %s/%d up to offset %d, but topic %s. %s"
                .formatted(
                        log.topics().applicationId(log.generation()),
                        log.topics().ratings().name(),
                        read.getKey(),
                        read.getValue(),
                        what,
                        wayOut));
    }

    /** For each partition of which something was read, the next offset. */
    private Map<Integer, Long> read() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        log.topics().applicationId(log.generation()))
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> read = new HashMap<>();
        committed.forEach((partition, next) -> {
            if (partition.topic().equals(log.topics().ratings().name()) && next != null && next.offset() > 0) {
                read.put(partition.partition(), next.offset());
            }
        });
        return read;
    }

    private Map<Integer, Long> ends(String topic, List<Integer> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest).all().get();
        Map<Integer, Long> ends = new HashMap<>();
        found.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }
}
