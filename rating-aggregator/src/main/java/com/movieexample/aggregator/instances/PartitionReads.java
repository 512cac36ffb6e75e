package com.movieexample.aggregator.instances;

import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.Holder;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.grpc.FutureAnswer;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers for any partition: from this instance's stores, else from those of the instance that folds it, else from a
 * standby's. While nobody can answer, as for a moment when a partition moves, it is tried again a few times. Thread-safe.
 */
public final class PartitionReads {
    private static final List<Holder> ROUND = List.of(Holder.HOLDER_OWNER, Holder.HOLDER_STANDBY);
    private static final int ROUNDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private final BiPredicate<Integer, Holder> isHere;
    private final IntFunction<Holders> holders;
    private final OtherInstances others;

    /** @param other empty stands for this instance */
    private record Place(Optional<HostInfo> other) {
        private static final Place HERE = new Place(Optional.empty());
    }

    /**
     * @param isHere whether this instance's stores can answer for a partition, in this part
     * @param others not owned
     */
    public PartitionReads(BiPredicate<Integer, Holder> isHere, IntFunction<Holders> holders, OtherInstances others) {
        this.isHere = isHere;
        this.holders = holders;
        this.others = others;
    }

    /**
     * Asks one question of each instance that is needed.
     *
     * @param patience how long another instance may take
     * @param trying how long it is tried again, be it that the rounds take less
     * @return fails with what speaks against the question itself, such as a position that no log has
     */
    public <T> CompletableFuture<Found<T>> ask(
            Set<Integer> partitions, Duration patience, Duration trying, Question<T> question) {
        return new Asking<>(question, patience, System.nanoTime() + trying.toNanos()).ask(partitions, 0);
    }

    private final class Asking<T> {
        private final Question<T> question;
        private final Duration patience;
        private final long tryingUntil;
        private volatile boolean foundSomebody;

        private Asking(Question<T> question, Duration patience, long tryingUntil) {
            this.question = question;
            this.patience = patience;
            this.tryingUntil = tryingUntil;
        }

        /** @param step counts the holders that were asked, round after round */
        private CompletableFuture<Found<T>> ask(Set<Integer> partitions, int step) {
            return once(partitions, ROUND.get(step % ROUND.size())).thenCompose(found -> {
                int next = step + 1;
                if (found.missing().isEmpty() || isLast(next)) {
                    return CompletableFuture.completedFuture(found);
                }
                Executor when = next % ROUND.size() == 0 ? LATER : Runnable::run;
                return CompletableFuture.completedFuture(found.missing())
                        .thenComposeAsync(missing -> ask(missing, next), when)
                        .thenApply(more -> new Found<>(found.answers(), Set.<Integer>of()).and(more));
            });
        }

        /** An instance that has just started knows of nobody: whoever asks does better at another one, and soon. */
        private boolean isLast(int next) {
            return foundSomebody
                    ? next >= ROUNDS * ROUND.size() && System.nanoTime() >= tryingUntil
                    : next >= ROUND.size();
        }

        /** Each partition of one place that has it, the places at the same time. */
        private CompletableFuture<Found<T>> once(Set<Integer> partitions, Holder holder) {
            Map<Place, Set<Integer>> places = new HashMap<>();
            Set<Integer> nowhere = new TreeSet<>();
            for (int partition : partitions) {
                place(partition, holder)
                        .ifPresentOrElse(
                                place -> places.computeIfAbsent(place, first -> new TreeSet<>())
                                        .add(partition),
                                () -> nowhere.add(partition));
            }
            foundSomebody |= !places.isEmpty();
            CompletableFuture<Found<T>> all = CompletableFuture.completedFuture(Found.nothing(nowhere));
            for (Map.Entry<Place, Set<Integer>> place : places.entrySet()) {
                all = all.thenCombine(at(place.getKey(), place.getValue(), holder), Found::and);
            }
            return all;
        }

        private CompletableFuture<Found<T>> at(Place place, Set<Integer> partitions, Holder holder) {
            CompletableFuture<T> answer = place.other().isPresent()
                    ? there(others.at(place.other().get()), partitions, holder)
                    : question.here(partitions, holder);
            return answer.thenApply(found -> new Found<>(List.of(found), Set.of()))
                    .exceptionallyCompose(failure -> isUnavailable(failure)
                            ? CompletableFuture.completedFuture(Found.nothing(partitions))
                            : CompletableFuture.failedFuture(failure));
        }

        private CompletableFuture<T> there(AggregateServiceStub instance, Set<Integer> partitions, Holder holder) {
            FutureAnswer<T> answer = new FutureAnswer<>();
            question.there(
                    instance.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS), partitions, holder, answer);
            return answer.future();
        }
    }

    /** Where to ask for a partition; empty if nobody is known. */
    private Optional<Place> place(int partition, Holder holder) {
        if (isHere.test(partition, holder)) {
            return Optional.of(Place.HERE);
        }
        Holders known = holders.apply(partition);
        Optional<HostInfo> other = holder == Holder.HOLDER_OWNER
                ? known.owner()
                : known.standbys().stream().findFirst();
        return other.map(instance -> new Place(Optional.of(instance)));
    }

    /** Whether no store here can answer, or the instance that was asked does not. */
    private static boolean isUnavailable(Throwable failure) {
        return Problems.of(failure).kind() == ErrorKind.UNAVAILABLE || isHanging(failure);
    }

    /** Unlike one that has waited for a position, it says nothing of its own. */
    private static boolean isHanging(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof StatusRuntimeException e
                && e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
                && GrpcProblems.read(e.getStatus(), e.getTrailers()).isEmpty();
    }
}
