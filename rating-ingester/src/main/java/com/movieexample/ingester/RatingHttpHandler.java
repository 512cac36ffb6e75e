package com.movieexample.ingester;

import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Mean;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.json.RatingJson;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.topics.RecordKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** {@code /rating?id=} and {@code /v1/records/{type}/{id}/…}. */
final class RatingHttpHandler {
    private final RatingController controller;

    RatingHttpHandler(RatingController controller) {
        this.controller = controller;
    }

    /** The body of a put. */
    record PutBody(BigDecimal value, Instant ratedAt, String providerId) {}

    void register(RoutesConfig routes) {
        routes.get("/rating", this::getMean);
        routes.put("/rating", this::putByQuery);
        routes.get("/v1/records/{type}/{id}/rating", this::getRating);
        routes.put("/v1/records/{type}/{id}/ratings/{userId}", this::putByPath);
    }

    private void getMean(Context context) {
        RecordKey record = recordOf(QueryParameters.of(context));
        RatingAggregate aggregate = controller.aggregated(record);
        BigDecimal mean = Mean.of(aggregate.getCount(), aggregate.getSum())
                .orElseThrow(() -> ServiceException.notFound("there are no ratings of " + record));
        context.json(mean);
    }

    private void putByQuery(Context context) {
        QueryParameters query = QueryParameters.of(context);
        RecordKey record = recordOf(query);
        String userId = query.required("userId");
        int value = Hundredths.parse("value", query.required("value"));
        answer(context, () -> controller.put(record, userId, value, Optional.empty(), ""));
    }

    private void getRating(Context context) {
        context.json(RatingJson.of(controller.aggregated(recordOf(context))));
    }

    private void putByPath(Context context) {
        RecordKey record = recordOf(context);
        String userId = context.pathParam("userId");
        PutBody body = JsonBody.read(context, PutBody.class);
        if (body.value() == null) {
            throw new InvalidInputException("value", "", "a number, for example 4.5");
        }
        int value = Hundredths.of("value", body.value());
        String providerId = Optional.ofNullable(body.providerId()).orElse("");
        answer(context, () -> controller.put(record, userId, value, Optional.ofNullable(body.ratedAt()), providerId));
    }

    private static void answer(Context context, Supplier<CompletableFuture<Position>> put) {
        context.future(() -> put.get().thenAccept(position -> context.header(Positions.HEADER, position.toString())));
    }

    private static RecordKey recordOf(QueryParameters query) {
        return new RecordKey(query.optional("type").orElse(RecordKey.MOVIE), query.required("id"));
    }

    private static RecordKey recordOf(Context context) {
        return new RecordKey(context.pathParam("type"), context.pathParam("id"));
    }
}
