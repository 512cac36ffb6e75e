package com.movieexample.aggregator.fold;

import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The ratings view: the log as bytes, one processor, two stores. No repartition topic, since the log is partitioned by
 * record and so all that concerns a record is in one task.
 *
 * @param asOf events that are dated later are passed over, ms since 1970; empty to take all
 * @param around what a fold is put into, which must change nothing of what it does
 */
public record RatingsTopology(
        Topics topics,
        EventRules rules,
        FoldStores stores,
        GapCheck gapCheck,
        FoldMetrics metrics,
        FoldProgress progress,
        Throttle throttle,
        OptionalLong asOf,
        UnaryOperator<Processor<byte[], byte[], Void, Void>> around)
        implements Supplier<Topology> {
    /** One of all events, which it takes as fast as it can. */
    public RatingsTopology(
            Topics topics,
            EventRules rules,
            FoldStores stores,
            GapCheck gapCheck,
            FoldMetrics metrics,
            FoldProgress progress) {
        this(
                topics,
                rules,
                stores,
                gapCheck,
                metrics,
                progress,
                new Throttle(topics.ratingsPartitions()),
                OptionalLong.empty(),
                UnaryOperator.identity());
    }

    @Override
    public Topology get() {
        // Read as bytes: a decoder that drops a record here would look like a gap for ever.
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "log",
                        (record, partitionTime) -> Math.max(0, record.timestamp()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.ratings().name())
                .addProcessor("fold", foldWithItsStores(), "log");
    }

    private ProcessorSupplier<byte[], byte[], Void, Void> foldWithItsStores() {
        EventReader reader = new EventReader(rules, topics.ratingsPartitions());
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], Void, Void> get() {
                return around.apply(new RatingFold(
                        reader,
                        stores::open,
                        gapCheck,
                        metrics,
                        progress,
                        throttle,
                        asOf.orElse(Long.MAX_VALUE),
                        begun));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores.stores();
            }
        };
    }
}
