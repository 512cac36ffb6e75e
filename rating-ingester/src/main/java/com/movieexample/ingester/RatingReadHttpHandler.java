package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Mean;
import com.movieexample.api.json.RatingJson;
import com.movieexample.api.json.RecordRatingJson;
import com.movieexample.api.json.RecordRatingsJson;
import com.movieexample.api.json.UserRatingJson;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.positions.HttpPositions;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.view.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** GET of {@code /rating?id=} and of what is below {@code /v1/records/{type}}. */
final class RatingReadHttpHandler {
    private static final String IDS = "ids";

    private final RatingReadController controller;

    RatingReadHttpHandler(RatingReadController controller) {
        this.controller = controller;
    }

    void register(RoutesConfig routes) {
        routes.get("/rating", this::getMean);
        routes.get("/v1/records/{type}/rating", this::getAggregates);
        routes.get("/v1/records/{type}/{id}/rating", this::getAggregate);
        routes.get("/v1/records/{type}/{id}/ratings", this::getRatings);
        routes.get("/v1/records/{type}/{id}/ratings/{userId}", this::getRating);
    }

    private void getMean(Context context) {
        RecordKey record = RequestedRecord.of(QueryParameters.of(context));
        answer(
                context,
                controller.aggregated(record, HttpPositions.seen(context)),
                aggregate -> meanOf(record, aggregate));
    }

    private static BigDecimal meanOf(RecordKey record, RatingAggregate aggregate) {
        return Mean.of(aggregate.getCount(), aggregate.getSum())
                .orElseThrow(() -> ServiceException.notFound("there are no ratings of " + record));
    }

    private void getAggregate(Context context) {
        RecordKey record = RequestedRecord.of(context);
        answer(context, controller.aggregated(record, HttpPositions.seen(context)), RatingJson::of);
    }

    private void getAggregates(Context context) {
        String type = context.pathParam("type");
        List<RecordKey> records = QueryParameters.of(context).all(IDS).stream()
                .map(id -> RequestedRecord.of(type, IDS, id))
                .toList();
        answer(context, controller.aggregated(IDS, records, HttpPositions.seen(context)), RatingReadHttpHandler::json);
    }

    private static RecordRatingsJson json(AggregatedBatch batch) {
        return new RecordRatingsJson(
                batch.found().entrySet().stream()
                        .map(entry -> new RecordRatingJson(
                                entry.getKey().type(), entry.getKey().id(), RatingJson.of(entry.getValue())))
                        .toList(),
                // Left out of an answer that is whole.
                batch.unavailable().isEmpty()
                        ? null
                        : batch.unavailable().stream().map(RecordKey::id).toList());
    }

    private void getRating(Context context) {
        RecordKey record = RequestedRecord.of(context);
        String userId = context.pathParam("userId");
        answer(
                context,
                controller.rating(record, userId, HttpPositions.seen(context)),
                found -> UserRatingJson.of(found.orElseThrow(() -> RatingReadController.noRating(record, userId))));
    }

    private void getRatings(Context context) {
        RecordKey record = RequestedRecord.of(context);
        QueryParameters query = QueryParameters.of(context);
        int pageSize =
                query.optional("pageSize").map(RatingReadHttpHandler::pageSize).orElse(RatingReadController.PAGE_SIZE);
        String pageToken = query.optional("pageToken").orElse("");
        answer(
                context,
                controller.ratings(record, pageSize, pageToken, HttpPositions.seen(context)),
                RatingsPage::toJson);
    }

    private static int pageSize(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("pageSize", text, "a whole number from 1 to 1000", e);
        }
    }

    private static <T> void answer(Context context, CompletableFuture<Answer<T>> found, Function<T, ?> json) {
        HttpAnswers.later(context, found, answer -> {
            HttpPositions.reflect(context, answer.freshness());
            context.json(json.apply(answer.found()));
        });
    }
}
