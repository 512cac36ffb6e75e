package com.movieexample.aggregator.query;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads this instance's aggregate store. What it reads may not be committed yet. A partition that another instance
 * holds, or that is being restored, is unavailable; it is never mistaken for a record without ratings.
 */
public final class AggregateRepository {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Supplier<KafkaStreams> streams;
    private final int partitions;

    public AggregateRepository(Supplier<KafkaStreams> streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /** @throws ServiceException when this instance can't answer for the record now */
    public RecordAggregate find(RecordKey record) {
        byte[] key = record.bytes();
        int partition = Partitioning.partitionOf(key, partitions);
        try {
            ReadOnlyKeyValueStore<Bytes, byte[]> store = store(partition);
            // The watermark first: what is read after it is at least as new.
            Optional<Watermark> watermark = read(store, ViewKeys.watermark(partition), Watermark.parser());
            RecordAggregate.Builder answer = RecordAggregate.newBuilder()
                    .setRecordKey(record.toString())
                    .setReach(PartitionReach.newBuilder()
                            .setPartition(partition)
                            .setNextOffset(
                                    watermark.map(Watermark::getNextOffset).orElse(0L)));
            read(store, key, RatingAggregate.parser()).ifPresent(answer::setAggregate);
            return answer.build();
        } catch (InvalidStateStoreException e) {
            throw ServiceException.unavailable(
                    "partition " + partition + " of the ratings view is not available on this instance",
                    RETRY_AFTER,
                    e);
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(int partition) {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new StreamsNotStartedException("the fold has not started");
        }
        try {
            return running.store(StoreQueryParameters.fromNameAndType(
                            Topics.AGGREGATE_STORE, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                    .withPartition(partition));
        } catch (IllegalStateException e) {
            // What Kafka Streams throws once it has failed or is stopping; a new application takes its place.
            throw new InvalidStateStoreException("the fold is not running", e);
        }
    }

    private static <T> Optional<T> read(ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] key, Parser<T> parser) {
        byte[] value = store.get(Bytes.wrap(key));
        try {
            return value == null ? Optional.empty() : Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the aggregate store holds what the fold never wrote", e);
        }
    }
}
