package com.movieexample.aggregator.fold;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the fold has committed to its changelog, as any reader of it would see. */
record CommittedView(
        Map<RecordKey, RatingAggregate> aggregates,
        Map<Integer, Watermark> watermarks,
        Map<String, Watermark> checkpoints) {
    static CommittedView read(MarqueeLog log) throws Exception {
        CommittedView view = new CommittedView(new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("committed-view")) {
            List<TopicPartition> partitions = IntStream.range(0, FoldRun.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(log.aggregates(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    view.add(record);
                }
            }
        }
        return view;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) throws Exception {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (ViewKeys.isRecord(record.key())) {
            aggregates.put(RecordKey.parse(key), RatingAggregate.parseFrom(record.value()));
        } else if (ViewKeys.watermarkPartition(record.key()).isPresent()) {
            watermarks.put(record.partition(), Watermark.parseFrom(record.value()));
        } else {
            checkpoints.put(key, Watermark.parseFrom(record.value()));
        }
    }

    long nextOffset(int partition) {
        return watermarks
                .getOrDefault(partition, Watermark.getDefaultInstance())
                .getNextOffset();
    }
}
