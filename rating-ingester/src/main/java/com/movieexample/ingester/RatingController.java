package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.Appended;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.rules.EventRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Which ratings are taken, and what is known of them. Thread-safe. */
final class RatingController {
    private final EventRules rules;
    private final TopicWriter<RatingEvent> ratings;
    private final AggregatorGateway aggregator;
    private final Clock clock;

    RatingController(EventRules rules, TopicWriter<RatingEvent> ratings, AggregatorGateway aggregator, Clock clock) {
        this.rules = rules;
        this.ratings = ratings;
        this.aggregator = aggregator;
        this.clock = clock;
    }

    /**
     * Puts a rating into the log; done when the log has it.
     *
     * @param value in hundredths
     * @param ratedAt empty for the time at which the log takes it
     */
    CompletableFuture<Position> put(
            RecordKey record, String userId, int value, Optional<Instant> ratedAt, String providerId) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(record.type())
                .setRecordId(record.id())
                .setUserId(userId)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setValue(value)
                .setProviderId(providerId);
        ratedAt.map(RatingController::millis).ifPresent(event::setRatedAt);
        rules.require(event.build(), clock.millis());
        return ratings.append(record.toString(), event.build()).thenApply(Appended::position);
    }

    private static long millis(Instant ratedAt) {
        try {
            return ratedAt.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new InvalidInputException("ratedAt", ratedAt.toString(), "a time in the years 1970 to 9999", e);
        }
    }

    /** With count 0 for a record that nobody rated. */
    RatingAggregate aggregated(RecordKey record) {
        return aggregator.aggregate(record);
    }
}
