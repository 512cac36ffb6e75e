package com.movieexample.aggregator.query;

import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads this instance's stores. What it reads may not be committed yet. A partition that another instance holds, or
 * that is being restored, is unavailable; it is never mistaken for a record without ratings. Thread-safe.
 */
public final class RatingsRepository {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Supplier<KafkaStreams> streams;
    private final int partitions;
    private final IntFunction<OptionalLong> logEnds;

    /** @param logEnds where each partition of the log ended a moment ago, if known */
    public RatingsRepository(Supplier<KafkaStreams> streams, int partitions, IntFunction<OptionalLong> logEnds) {
        this.streams = streams;
        this.partitions = partitions;
        this.logEnds = logEnds;
    }

    /** @throws ServiceException when this instance can't answer for a record now */
    public void requireHere(RecordKey record) {
        read(record, PartitionView::partition);
    }

    /**
     * Reads from the partition that a record is in.
     *
     * @throws ServiceException when this instance can't answer for it now
     */
    <T> T read(RecordKey record, Function<PartitionView, T> reading) {
        int partition = Partitioning.partitionOf(record.bytes(), partitions);
        try {
            return reading.apply(open(partition));
        } catch (InvalidStateStoreException e) {
            throw ServiceException.unavailable(
                    "partition " + partition + " of the ratings view is not available on this instance",
                    RETRY_AFTER,
                    e);
        }
    }

    /** The next offset that a partition's stores do not include; empty while this instance can't read them. */
    OptionalLong nextOffset(int partition) {
        try {
            return OptionalLong.of(open(partition).reach().getNextOffset());
        } catch (InvalidStateStoreException e) {
            return OptionalLong.empty();
        }
    }

    private PartitionView open(int partition) {
        return new PartitionView(
                partition,
                logEnds.apply(partition),
                store(Topics.AGGREGATE_STORE, partition),
                store(Topics.RATING_STORE, partition));
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new StreamsNotStartedException("the fold has not started");
        }
        try {
            return running.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(partition));
        } catch (IllegalStateException e) {
            // What Kafka Streams throws once it has failed or is stopping; a new application takes its place.
            throw new InvalidStateStoreException("the fold is not running", e);
        }
    }
}
