package com.movieexample.ingester;

import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Appended;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventRules;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Which changes of ratings are taken. A write ends in one of three ways: taken, refused, or not known to be taken.
 *
 * <p>One that is not known to be taken fails with the member {@code ratedAt}: sent again with this time it counts once,
 * whether the first one was taken or not. Sent again without a time it is a new event, dated when the log takes it. It
 * never counts twice either, since a user has one rating of a record, but it may take the place of a later rating of
 * the same user.
 *
 * <p>Thread-safe.
 */
final class RatingWriteController {
    private static final String RATED_AT = "ratedAt";

    private final Supplier<EventRules> rules;
    private final RatingLog ratings;
    private final Clock clock;
    private final WriteMetrics metrics;

    /** @param rules of the live generation, now */
    RatingWriteController(Supplier<EventRules> rules, RatingLog ratings, Clock clock, WriteMetrics metrics) {
        this.rules = rules;
        this.ratings = ratings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Puts a change into the log; done when the log has it. */
    CompletableFuture<WrittenRating> write(Caller caller, RatingChange change) {
        return write(caller, change.toEvent());
    }

    /** The same of an event, which may break any rule. */
    CompletableFuture<WrittenRating> write(Caller caller, RatingEvent event) {
        long received = clock.millis();
        require(caller, event, received);
        return ratings.append(new RecordKey(event.getRecordType(), event.getRecordId()).toString(), event)
                .thenApply(appended -> written(event, appended))
                .exceptionallyCompose(thrown -> CompletableFuture.failedFuture(
                        explained(thrown, event.hasRatedAt() ? event.getRatedAt() : received)));
    }

    private void require(Caller caller, RatingEvent event, long received) {
        try {
            caller.requireRating(event.getProviderId(), event.getRecordType());
            rules.get().require(event, received);
        } catch (RuntimeException e) {
            metrics.refused.increment();
            throw e;
        }
    }

    private WrittenRating written(RatingEvent event, Appended appended) {
        metrics.taken.increment();
        long ratedAt = event.hasRatedAt() ? event.getRatedAt() : appended.logTime();
        return new WrittenRating(appended.position(), Instant.ofEpochMilli(ratedAt), appended.logTime());
    }

    private Throwable explained(Throwable thrown, long ratedAt) {
        metrics.unconfirmed.increment();
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause instanceof LogUnavailableException e
                ? ServiceException.of(e)
                        .with(RATED_AT, Instant.ofEpochMilli(ratedAt).toString())
                : cause;
    }
}
