package com.movieexample.aggregator.query;

import com.movieexample.aggregator.instances.Question;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.Holder;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A question about some records: how this instance's stores answer it, and how another instance is asked the same.
 *
 * @param fold the generation that is asked
 * @param records that it is about
 * @param seen what the caller has seen of the log
 * @param read what these stores say of some of the records
 * @param reached which parts of the log an answer reflects
 * @param call asks another instance about some of the records
 */
record RecordQuestion<T>(
        FoldReads fold,
        List<RecordKey> records,
        Positions seen,
        BiFunction<List<RecordKey>, Holder, T> read,
        Function<T, List<PartitionReach>> reached,
        Call<T> call)
        implements Question<T> {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** One call of {@code AggregateService}. */
    @FunctionalInterface
    interface Call<T> {
        void make(AggregateServiceStub instance, List<RecordKey> records, Holder holder, StreamObserver<T> answer);
    }

    /** As {@link #here}, for a caller who has not looked whether the partitions are here: if not, it says so at once. */
    CompletableFuture<T> onlyHere(Set<Integer> partitions, Holder holder) {
        // To wait for a position in a partition that is elsewhere would be in vain.
        return partitions.stream()
                .filter(partition -> !fold.stores().isReadable(partition, holder))
                .findFirst()
                .map(partition -> CompletableFuture.<T>failedFuture(
                        ServiceException.unavailable(RatingsRepository.notOpen(partition), RETRY_AFTER)))
                .orElseGet(() -> here(partitions, holder));
    }

    @Override
    public CompletableFuture<T> here(Set<Integer> partitions, Holder holder) {
        try {
            List<RecordKey> asked = in(partitions);
            return holder == Holder.HOLDER_STANDBY
                    ? fold.positioned().readCopies(seen, asked, () -> read.apply(asked, holder), reached)
                    : fold.positioned().read(seen, asked, () -> read.apply(asked, holder), reached);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void there(AggregateServiceStub instance, Set<Integer> partitions, Holder holder, StreamObserver<T> answer) {
        call.make(instance.withInterceptors(CallPositions.carrying(seen)), in(partitions), holder, answer);
    }

    private List<RecordKey> in(Set<Integer> partitions) {
        return records.stream()
                .filter(record -> partitions.contains(fold.stores().partitionOf(record)))
                .toList();
    }

    /** @param missing partitions, with the reasons; one stands for all */
    static ServiceException unavailable(Map<Integer, String> missing) {
        Map.Entry<Integer, String> first = missing.entrySet().iterator().next();
        return ServiceException.unavailable(
                "partition " + first.getKey() + " of the ratings view can't be read now: " + first.getValue(),
                RETRY_AFTER);
    }
}
