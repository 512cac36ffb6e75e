package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.api.v1.UserRating;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.view.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is known of ratings, and which part of the log that reflects. Thread-safe. */
final class RatingReadController {
    static final int PAGE_SIZE = 100;

    private static final int MAX_PAGE_SIZE = 1_000;
    private static final int MAX_RECORDS = 100;

    private final AggregatorGateway aggregator;
    private final Reach reach;

    RatingReadController(AggregatorGateway aggregator, Reach reach) {
        this.aggregator = aggregator;
        this.reach = reach;
    }

    /** With count 0 for a record that nobody rated. */
    CompletableFuture<Answer<RatingAggregate>> aggregated(RecordKey record, Positions seen) {
        return aggregator.aggregates(List.of(record), seen).thenApply(response -> {
            RecordAggregate found = response.getAggregates(0);
            return new Answer<>(found.getAggregate(), reach.freshness(found.getReach()));
        });
    }

    /**
     * As {@link #aggregated} for several records, each once, in the order asked for; fails only if nothing can be said of
     * any of them.
     *
     * @param field what the caller calls them
     */
    CompletableFuture<Answer<AggregatedBatch>> aggregated(String field, List<RecordKey> records, Positions seen) {
        List<RecordKey> distinct = records.stream().distinct().toList();
        requireFrom1To(field, distinct.size(), MAX_RECORDS);
        return aggregator
                .aggregates(distinct, seen)
                .thenApply(response -> new Answer<>(
                        batch(response),
                        reach.freshness(response.getAggregatesList().stream()
                                .map(RecordAggregate::getReach)
                                .toList())));
    }

    private static AggregatedBatch batch(GetAggregatesResponse response) {
        Map<RecordKey, RatingAggregate> found = new LinkedHashMap<>();
        response.getAggregatesList().forEach(one -> found.put(RecordKey.parse(one.getRecordKey()), one.getAggregate()));
        return new AggregatedBatch(
                found,
                response.getUnavailableRecordKeysList().stream()
                        .map(RecordKey::parse)
                        .toList());
    }

    /** Empty when the user has no rating of the record. */
    CompletableFuture<Answer<Optional<UserRating>>> rating(RecordKey record, String userId, Positions seen) {
        Ids.require("userId", userId);
        return aggregator.rating(record, userId, seen).thenApply(response -> {
            Optional<UserRating> rating = response.hasRating() ? Optional.of(response.getRating()) : Optional.empty();
            return new Answer<>(rating, reach.freshness(response.getReach()));
        });
    }

    static ServiceException noRating(RecordKey record, String userId) {
        return ServiceException.notFound("user " + userId + " has no rating of " + record);
    }

    /** @param pageToken empty for the first page */
    CompletableFuture<Answer<RatingsPage>> ratings(RecordKey record, int pageSize, String pageToken, Positions seen) {
        requireFrom1To("pageSize", pageSize, MAX_PAGE_SIZE);
        String afterUserId = PageToken.afterUserId(record, pageToken);
        return aggregator.ratings(record, pageSize, afterUserId, seen).thenApply(response -> {
            String next = PageToken.of(record, response.getNextAfterUserId());
            return new Answer<>(new RatingsPage(response.getRatingsList(), next), reach.freshness(response.getReach()));
        });
    }

    private static void requireFrom1To(String field, int number, int most) {
        if (number < 1 || number > most) {
            throw new InvalidInputException(field, Integer.toString(number), "1 to " + most);
        }
    }
}
