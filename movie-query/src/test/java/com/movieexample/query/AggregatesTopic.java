package com.movieexample.query;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic of the ratings view, written as the fold of an aggregator writes it. */
final class AggregatesTopic {
    private static final int PARTITION = 0;

    private final RawTopic topic;
    private final int partitions;

    AggregatesTopic(MarqueeLog log) {
        this.topic = new RawTopic(log.clients(), log.aggregates());
        this.partitions = log.topics().ratingsPartitions();
    }

    AggregatesTopic create() throws Exception {
        topic.create(partitions, Map.of("cleanup.policy", "compact"));
        return this;
    }

    static Watermark watermark(long nextOffset) {
        return Watermark.newBuilder().setNextOffset(nextOffset).setDigest(7).build();
    }

    /** As many ratings of 4.5. */
    static RatingAggregate aggregate(int count) {
        return RatingAggregate.newBuilder()
                .setCount(count)
                .setSum(450L * count)
                .addHistogramValues(450)
                .addHistogramCounts(count)
                .build();
    }

    /** One transaction: the aggregates, then the watermark of partition 0, then a checkpoint. */
    void commit(long nextOffset, Map<String, RatingAggregate> aggregates) throws Exception {
        List<ProducerRecord<byte[], byte[]>> entries = new ArrayList<>();
        aggregates.forEach((movie, aggregate) -> entries.add(aggregateOf(movie, aggregate)));
        entries.add(watermarkAt(nextOffset));
        entries.add(topic.entry(
                PARTITION,
                ViewKeys.checkpoint(PARTITION, nextOffset),
                watermark(nextOffset).toByteArray()));
        topic.commit(entries);
    }

    /** The same, with the watermark before the aggregates. */
    void commitWatermarkFirst(long nextOffset, Map<String, RatingAggregate> aggregates) throws Exception {
        List<ProducerRecord<byte[], byte[]>> entries = new ArrayList<>();
        entries.add(watermarkAt(nextOffset));
        aggregates.forEach((movie, aggregate) -> entries.add(aggregateOf(movie, aggregate)));
        topic.commit(entries);
    }

    private ProducerRecord<byte[], byte[]> aggregateOf(String movie, RatingAggregate aggregate) {
        return topic.entry(PARTITION, RecordKey.movie(movie).bytes(), aggregate.toByteArray());
    }

    private ProducerRecord<byte[], byte[]> watermarkAt(long nextOffset) {
        return topic.entry(
                PARTITION, ViewKeys.watermark(PARTITION), watermark(nextOffset).toByteArray());
    }
}
