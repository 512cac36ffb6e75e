package com.movieexample.aggregator.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.rules.RatingVersion;
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
    /** Record and user to the last version of the rating. */
    public static final String RATINGS_BY_USER = Topics.RATING_STORE;

    private final int partition;
    private final KeyValueStore<Bytes, byte[]> ratings;
    private final KeyValueStore<Bytes, byte[]> aggregates;

    public StandardFoldState(ProcessorContext<?, ?> context) {
        this.partition = context.taskId().partition();
        this.ratings = context.getStateStore(RATINGS_BY_USER);
        this.aggregates = context.getStateStore(Topics.AGGREGATE_STORE);
    }

    /** The stores to be attached to the processor. */
    public static Set<StoreBuilder<?>> stores() {
        return Set.of(
                // A user rates a movie once: there is nothing for a cache to gain.
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(RATINGS_BY_USER), Serdes.Bytes(), Serdes.ByteArray())
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
    public Optional<RatingVersion> rating(byte[] recordKey, String userId) {
        return Optional.ofNullable(ratings.get(RatingLayout.key(recordKey, userId)))
                .map(RatingLayout::version);
    }

    @Override
    public void putRating(byte[] recordKey, String userId, RatingVersion version) {
        ratings.put(RatingLayout.key(recordKey, userId), RatingLayout.value(version));
    }

    @Override
    public Optional<RatingAggregate> aggregate(byte[] recordKey) {
        return read(recordKey, RatingAggregate.parser());
    }

    @Override
    public void putAggregate(byte[] recordKey, RatingAggregate aggregate) {
        aggregates.put(Bytes.wrap(recordKey), aggregate.toByteArray());
    }

    @Override
    public Watermark watermark() {
        return read(ViewKeys.watermark(partition), Watermark.parser()).orElseGet(Watermark::getDefaultInstance);
    }

    @Override
    public void putWatermark(Watermark watermark) {
        aggregates.put(Bytes.wrap(ViewKeys.watermark(partition)), watermark.toByteArray());
    }

    @Override
    public void putCheckpoint(Watermark checkpoint) {
        byte[] key = ViewKeys.checkpoint(partition, checkpoint.getNextOffset());
        aggregates.put(Bytes.wrap(key), checkpoint.toByteArray());
    }

    private <T> Optional<T> read(byte[] key, Parser<T> parser) {
        byte[] value = aggregates.get(Bytes.wrap(key));
        return value == null ? Optional.empty() : Optional.of(parse(value, parser));
    }

    private static <T> T parse(byte[] value, Parser<T> parser) {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the store " + Topics.AGGREGATE_STORE + " holds what it never wrote", e);
        }
    }
}
