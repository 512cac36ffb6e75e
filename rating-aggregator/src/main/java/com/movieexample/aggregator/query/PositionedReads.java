package com.movieexample.aggregator.query;

import com.movieexample.api.Freshness;
import com.movieexample.api.Position;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the stores once they include what the caller has seen. The stores hold what is not committed, and an abort takes
 * it back: so what was read is compared with what was to be seen, and read again if it is older. Thread-safe.
 */
public final class PositionedReads {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Executor SOON = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

    private final TopicDefinition<?, ?> topic;
    private final ReadGate gate;
    private final Duration timeout;

    /**
     * @param gate that follows the fold's progress; not owned
     * @param timeout how long a read waits for what its caller has seen
     */
    public PositionedReads(TopicDefinition<?, ?> topic, ReadGate gate, Duration timeout) {
        this.topic = topic;
        this.gate = gate;
        this.timeout = timeout;
    }

    /**
     * Reads what concerns some records.
     *
     * @param seen positions in partitions of other records don't matter
     * @param reached what the answer says of the partitions that it comes from
     */
    <T> CompletableFuture<T> read(
            Positions seen,
            Collection<RecordKey> records,
            Supplier<T> read,
            Function<T, List<PartitionReach>> reached) {
        Positions wanted = inPartitionsOf(records, seen);
        return attempt(wanted, read, reached, System.nanoTime() + timeout.toNanos());
    }

    /** As {@link #read} of copies, which are not waited for: what they lack may not come before another one takes over. */
    <T> CompletableFuture<T> readCopies(
            Positions seen,
            Collection<RecordKey> records,
            Supplier<T> read,
            Function<T, List<PartitionReach>> reached) {
        T found = read.get();
        return olderThan(inPartitionsOf(records, seen), reached.apply(found))
                .map(late -> CompletableFuture.<T>failedFuture(
                        ServiceException.unavailable("of a copy, " + late.getMessage(), RETRY_AFTER, late)))
                .orElseGet(() -> CompletableFuture.completedFuture(found));
    }

    /** Positions that no log has are left in for the gate to refuse. */
    private Positions inPartitionsOf(Collection<RecordKey> records, Positions seen) {
        Set<Integer> partitions = records.stream()
                .map(record -> Partitioning.partitionOf(record.bytes(), topic.partitions()))
                .collect(Collectors.toSet());
        return Positions.of(seen.all().stream()
                .filter(position -> !position.topic().equals(topic.name())
                        || position.partition() >= topic.partitions()
                        || partitions.contains(position.partition()))
                .toList());
    }

    private <T> CompletableFuture<T> attempt(
            Positions wanted, Supplier<T> read, Function<T, List<PartitionReach>> reached, long deadline) {
        return gate.read(wanted, () -> Freshness.NONE, read)
                .thenApply(Answer::found)
                .thenCompose(found -> olderThan(wanted, reached.apply(found))
                        .map(late -> System.nanoTime() < deadline
                                ? attemptSoon(wanted, read, reached, deadline)
                                : CompletableFuture.<T>failedFuture(late))
                        .orElseGet(() -> CompletableFuture.completedFuture(found)));
    }

    private <T> CompletableFuture<T> attemptSoon(
            Positions wanted, Supplier<T> read, Function<T, List<PartitionReach>> reached, long deadline) {
        return CompletableFuture.runAsync(() -> {}, SOON).thenCompose(done -> attempt(wanted, read, reached, deadline));
    }

    private Optional<PositionNotReachedException> olderThan(Positions wanted, List<PartitionReach> reached) {
        var offsets = wanted.in(topic.name());
        return reached.stream()
                .filter(reach -> offsets.getOrDefault(reach.getPartition(), -1L) >= reach.getNextOffset())
                .map(reach -> new PositionNotReachedException(
                        new Position(topic.name(), reach.getPartition(), offsets.get(reach.getPartition())),
                        reach.getNextOffset(),
                        timeout))
                .findFirst();
    }
}
