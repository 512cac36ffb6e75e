package com.movieexample.aggregator.store;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.rules.RatingVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The fold's state in two standard stores of Kafka Streams, each with its own changelog. */
public final class StandardFoldState implements FoldState {
    private final int partition;
    private final KeyValueStore<Bytes, byte[]> ratings;
    private final KeyValueStore<Bytes, byte[]> aggregates;
    private Watermark watermark;
    private long digest;

    public StandardFoldState(ProcessorContext<?, ?> context) {
        this.partition = context.taskId().partition();
        this.ratings = context.getStateStore(Topics.RATING_STORE);
        this.aggregates = context.getStateStore(Topics.AGGREGATE_STORE);
        this.watermark = Stored.message(aggregates.get(Bytes.wrap(ViewKeys.watermark(partition))), Watermark.parser())
                .orElseGet(Watermark::getDefaultInstance);
        this.digest = watermark.getDigest();
    }

    /** The stores to be attached to the processor. */
    public static Set<StoreBuilder<?>> stores() {
        return Set.of(
                // A user rates a movie once: there is nothing for a cache to gain.
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Topics.RATING_STORE), Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled()
                        .withLoggingEnabled(Map.of()),
                // The cache writes a much rated movie, and the watermark, once per commit.
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Topics.AGGREGATE_STORE),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withCachingEnabled()
                        .withLoggingEnabled(Map.of()));
    }

    @Override
    public int batchSize() {
        return 1;
    }

    /** None ever waits. */
    @Override
    public void beforeCommit(Runnable foldTheRest) {}

    @Override
    public void readAhead(List<Bytes> keys) {}

    @Override
    public Optional<RatingVersion> rating(Bytes rating) {
        return Optional.ofNullable(ratings.get(rating)).map(RatingLayout::version);
    }

    @Override
    public void putRating(Bytes rating, RatingVersion version) {
        ratings.put(rating, RatingLayout.value(version));
    }

    @Override
    public void moveAggregate(Bytes record, RatingVersion previous, RatingVersion next, long offset) {
        Optional<RatingAggregate> before = Stored.message(aggregates.get(record), RatingAggregate.parser());
        Aggregate aggregate = before.map(Aggregate::of).orElseGet(Aggregate::empty);
        aggregate.replace(previous, next, offset);
        RatingAggregate after = aggregate.toMessage();
        aggregates.put(record, after.toByteArray());
        digest += AggregateDigest.of(record.get(), after)
                - before.map(message -> AggregateDigest.of(record.get(), message))
                        .orElse(0L);
    }

    @Override
    public long nextOffset() {
        return watermark.getNextOffset();
    }

    @Override
    public void include(long nextOffset) {
        watermark = watermarkAt(nextOffset);
        put(ViewKeys.watermark(partition), watermark);
    }

    @Override
    public void putCheckpoint(long nextOffset) {
        put(ViewKeys.checkpoint(partition, nextOffset), watermarkAt(nextOffset));
    }

    private Watermark watermarkAt(long nextOffset) {
        return Watermark.newBuilder()
                .setNextOffset(nextOffset)
                .setDigest(digest)
                .build();
    }

    private void put(byte[] key, Watermark value) {
        aggregates.put(Bytes.wrap(key), value.toByteArray());
    }
}
