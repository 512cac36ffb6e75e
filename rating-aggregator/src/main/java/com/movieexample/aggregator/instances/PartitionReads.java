package com.movieexample.aggregator.instances;

import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.Holder;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.grpc.FutureAnswer;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers for any partition: from this instance's stores, else from those of the instance that folds it, else from a
 * standby's. While nobody can answer, as for a moment when a partition moves, it is tried again a few times. Thread-safe.
 */
public final class PartitionReads {
    /** With one standby, and another copy on its way, there are three who may have one. */
    private static final List<Step> ROUND = List.of(
            new Step(Holder.HOLDER_OWNER, 0),
            new Step(Holder.HOLDER_STANDBY, 0),
            new Step(Holder.HOLDER_STANDBY, 1),
            new Step(Holder.HOLDER_STANDBY, 2));

    private static final int ROUNDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** So long before a caller gives up it is told what there is, and why not more. */
    private static final Duration BEFORE_THE_DEADLINE = Duration.ofMillis(300);

    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private static final String NOBODY = "no instance is known to hold it";

    private final BiPredicate<Integer, Holder> isHere;
    private final IntFunction<Holders> holders;
    private final OtherInstances others;

    /** Which part of whose stores is asked: of those who may have it the first, the second and so on. */
    private record Step(Holder holder, int place) {}

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
        return new Asking<>(question, patience, System.nanoTime() + trying.toNanos()).ask(partitions, Map.of(), 0);
    }

    private final class Asking<T> {
        private final Question<T> question;
        private final Duration patience;
        private final long tryingUntil;
        private final long givingUpAt = givingUpAt();
        private volatile boolean foundSomebody;

        private Asking(Question<T> question, Duration patience, long tryingUntil) {
            this.question = question;
            this.patience = patience;
            this.tryingUntil = tryingUntil;
        }

        /**
         * @param before why each could not be read in this round so far: what the first says who was asked tells most
         * @param step counts the places that were asked, round after round
         */
        private CompletableFuture<Found<T>> ask(Set<Integer> partitions, Map<Integer, String> before, int step) {
            return once(partitions, ROUND.get(step % ROUND.size())).thenCompose(found -> {
                Map<Integer, String> missing = new TreeMap<>(found.missing());
                missing.replaceAll((partition, why) ->
                        before.getOrDefault(partition, NOBODY).equals(NOBODY) ? why : before.get(partition));
                int next = step + 1;
                if (missing.isEmpty() || isLast(next)) {
                    return CompletableFuture.completedFuture(new Found<>(found.answers(), missing));
                }
                boolean roundEnds = next % ROUND.size() == 0;
                return CompletableFuture.completedFuture(missing.keySet())
                        .thenComposeAsync(
                                left -> ask(left, roundEnds ? Map.of() : missing, next),
                                roundEnds ? LATER : Runnable::run)
                        .thenApply(more -> new Found<>(found.answers(), Map.<Integer, String>of()).and(more));
            });
        }

        /** An instance that has just started knows of nobody: whoever asks does better at another one, and soon. */
        private boolean isLast(int next) {
            if (!foundSomebody) {
                return next >= ROUND.size();
            }
            long now = System.nanoTime();
            return (next >= ROUNDS * ROUND.size() && now >= tryingUntil) || now - givingUpAt >= 0;
        }

        /** Each partition of one place that has it, the places at the same time. */
        private CompletableFuture<Found<T>> once(Set<Integer> partitions, Step step) {
            Map<Place, Set<Integer>> places = new HashMap<>();
            Map<Integer, String> nowhere = new TreeMap<>();
            for (int partition : partitions) {
                place(partition, step)
                        .ifPresentOrElse(
                                place -> places.computeIfAbsent(place, first -> new TreeSet<>())
                                        .add(partition),
                                () -> nowhere.put(partition, NOBODY));
            }
            foundSomebody |= !places.isEmpty();
            CompletableFuture<Found<T>> all = CompletableFuture.completedFuture(Found.nothing(nowhere));
            for (Map.Entry<Place, Set<Integer>> place : places.entrySet()) {
                all = all.thenCombine(at(place.getKey(), place.getValue(), step.holder()), Found::and);
            }
            return all;
        }

        private CompletableFuture<Found<T>> at(Place place, Set<Integer> partitions, Holder holder) {
            CompletableFuture<T> answer = place.other().isPresent()
                    ? there(others.at(place.other().get()), partitions, holder)
                    : question.here(partitions, holder);
            return answer.thenApply(found -> new Found<>(List.of(found), Map.of()))
                    .exceptionallyCompose(failure -> failed(place, partitions, holder, failure));
        }

        private CompletableFuture<Found<T>> failed(
                Place place, Set<Integer> partitions, Holder holder, Throwable failure) {
            if (isHanging(failure)) {
                return nothing(partitions, "the instance that holds it does not answer");
            }
            Problem problem = Problems.of(failure);
            if (problem.kind() != ErrorKind.UNAVAILABLE) {
                return CompletableFuture.failedFuture(failure);
            }
            if (partitions.size() == 1) {
                return nothing(partitions, problem.detail());
            }
            // One of them may be to blame: it must not take the others along.
            CompletableFuture<Found<T>> all = CompletableFuture.completedFuture(Found.nothing(Map.of()));
            for (int partition : partitions) {
                all = all.thenCombine(at(place, Set.of(partition), holder), Found::and);
            }
            return all;
        }

        private CompletableFuture<Found<T>> nothing(Set<Integer> partitions, String why) {
            return CompletableFuture.completedFuture(Found.nothing(
                    partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> why))));
        }

        private CompletableFuture<T> there(AggregateServiceStub instance, Set<Integer> partitions, Holder holder) {
            FutureAnswer<T> answer = new FutureAnswer<>();
            question.there(
                    instance.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS), partitions, holder, answer);
            return answer.future();
        }
    }

    /** By the deadline of the call that is being answered, if it has one. */
    private static long givingUpAt() {
        Deadline deadline = Context.current().getDeadline();
        long left = deadline == null ? Long.MAX_VALUE / 2 : deadline.timeRemaining(TimeUnit.NANOSECONDS);
        return System.nanoTime() + left - BEFORE_THE_DEADLINE.toNanos();
    }

    /** Where to ask for a partition; empty if nobody is known. */
    private Optional<Place> place(int partition, Step step) {
        if (step.place() == 0 && isHere.test(partition, step.holder())) {
            return Optional.of(Place.HERE);
        }
        Holders known = holders.apply(partition);
        Stream<HostInfo> candidates =
                step.holder() == Holder.HOLDER_OWNER ? known.owner().stream() : known.copies().stream();
        return candidates.skip(step.place()).findFirst().map(instance -> new Place(Optional.of(instance)));
    }

    /** Unlike one that has waited for a position, it says nothing of its own. */
    private static boolean isHanging(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof StatusRuntimeException e
                && e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
                && GrpcProblems.read(e.getStatus(), e.getTrailers()).isEmpty();
    }
}
