package com.movieexample.ingester;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventRules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Writes that are answered when they are part of the ratings view. Thread-safe. */
final class VisibleWrites {
    private final RatingWriteController writes;
    private final FoldCommits commits;
    private final RatingReadController reads;
    private final Supplier<EventRules> rules;
    private final Duration timeout;

    /**
     * @param rules of the live generation, now
     * @param timeout how long a change that the log has may take to become part of the view
     */
    VisibleWrites(
            RatingWriteController writes,
            FoldCommits commits,
            RatingReadController reads,
            Supplier<EventRules> rules,
            Duration timeout) {
        this.writes = writes;
        this.commits = commits;
        this.reads = reads;
        this.rules = rules;
        this.timeout = timeout;
    }

    /** Fails with {@code position} and {@code ratedAt} as members if the log has it, but it can't be said to be visible. */
    CompletableFuture<VisibleRating> write(Caller caller, RatingChange change) {
        RatingEvent event = change.toEvent();
        return writes.write(caller, event).thenCompose(written -> visible(change.record(), event, written));
    }

    private CompletableFuture<VisibleRating> visible(RecordKey record, RatingEvent event, WrittenRating written) {
        Positions seen = new Positions(List.of(written.position()));
        return commits.past(written.position(), timeout)
                .thenCompose(committed -> reads.rating(record, event.getUserId(), seen)
                        .thenCombine(
                                reads.aggregated(record, seen),
                                (rating, aggregate) -> new VisibleRating(
                                        written,
                                        new WriteOutcomes(rules.get()).of(event, written, rating.found()),
                                        aggregate)))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(notSeen(written, failure)));
    }

    private static ServiceException notSeen(WrittenRating written, Throwable failure) {
        return ServiceException.timeout("the log has the change, but it is not known whether it is visible: "
                        + Problems.of(failure).detail())
                .with("position", written.position().toString())
                .with("ratedAt", written.ratedAt().toString());
    }
}
