package com.movieexample.aggregator.query;

import com.movieexample.api.ViewUnavailableException;
import com.movieexample.api.v1.Holder;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads this instance's stores, as the owner of a partition or as its standby. What an owner reads may not be committed
 * yet. A partition that another instance holds, or that is being restored, is unavailable; it is never mistaken for a
 * record without ratings. Thread-safe.
 */
public final class RatingsRepository {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Supplier<KafkaStreams> streams;
    private final int generation;
    private final int partitions;
    private final IntFunction<OptionalLong> logEnds;
    private final IntPredicate standbys;
    private final AgeLimit ageLimit;

    /** Refuses what is too old. */
    @FunctionalInterface
    public interface AgeLimit {
        /** @param nextOffset of what is read, asked only when there is a limit */
        void require(int partition, LongSupplier nextOffset);
    }

    /**
     * @param generation of the ratings view that the stores hold
     * @param logEnds where each partition of the log ended a moment ago, if known
     * @param standbys whether a copy of a partition that this instance does not own is complete
     */
    public RatingsRepository(
            Supplier<KafkaStreams> streams,
            int generation,
            int partitions,
            IntFunction<OptionalLong> logEnds,
            IntPredicate standbys,
            AgeLimit ageLimit) {
        this.streams = streams;
        this.generation = generation;
        this.partitions = partitions;
        this.logEnds = logEnds;
        this.standbys = standbys;
        this.ageLimit = ageLimit;
    }

    /** Whether this instance can answer for a partition now, in this part. */
    public boolean isReadable(int partition, Holder holder) {
        try {
            // Kafka Streams looks for a store only when it is read.
            return open(partition, holder).reach().getPartition() == partition;
        } catch (InvalidStateStoreException e) {
            return false;
        }
    }

    int partitionOf(RecordKey record) {
        return Partitioning.partitionOf(record.bytes(), partitions);
    }

    /**
     * Reads from the partition that a record is in.
     *
     * @throws ServiceException when this instance can't answer for it now
     * @throws ViewUnavailableException when it is older than allowed
     */
    <T> T read(RecordKey record, Holder holder, Function<PartitionView, T> reading) {
        int partition = partitionOf(record);
        try {
            PartitionView view = open(partition, holder);
            ageLimit.require(partition, () -> view.reach().getNextOffset());
            return reading.apply(view);
        } catch (InvalidStateStoreException e) {
            throw ServiceException.unavailable(notOpen(partition), RETRY_AFTER, e);
        }
    }

    static String notOpen(int partition) {
        return "partition " + partition + " is not open on this instance";
    }

    /** The next offset that a partition's stores do not include; empty while this instance can't read them. */
    OptionalLong nextOffset(int partition) {
        try {
            return OptionalLong.of(open(partition, Holder.HOLDER_OWNER).reach().getNextOffset());
        } catch (InvalidStateStoreException e) {
            return OptionalLong.empty();
        }
    }

    private PartitionView open(int partition, Holder holder) {
        boolean standby = holder == Holder.HOLDER_STANDBY;
        if (standby && !standbys.test(partition)) {
            throw new InvalidStateStoreException("there is no complete copy of partition " + partition);
        }
        return new PartitionView(
                partition,
                standby,
                logEnds.apply(partition),
                generation,
                store(Topics.AGGREGATE_STORE, partition, standby),
                store(Topics.RATING_STORE, partition, standby));
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition, boolean standby) {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new StreamsNotStartedException("the fold has not started");
        }
        StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> wanted = StoreQueryParameters.fromNameAndType(
                        name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition);
        try {
            return running.store(standby ? wanted.enableStaleStores() : wanted);
        } catch (IllegalStateException e) {
            // What Kafka Streams throws once it has failed or is stopping; a new application takes its place.
            throw new InvalidStateStoreException("the fold is not running", e);
        }
    }
}
