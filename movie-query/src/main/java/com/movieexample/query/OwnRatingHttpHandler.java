package com.movieexample.query;

import com.google.protobuf.Timestamp;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.json.WrittenRatingJson;
import com.movieexample.query.own.OwnRatings;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;

/** {@code /v1/movies/{id}/ratings/{userId}}: the page's way to an ingester. */
final class OwnRatingHttpHandler {
    private final OwnRatings ownRatings;

    OwnRatingHttpHandler(OwnRatings ownRatings) {
        this.ownRatings = ownRatings;
    }

    /** The body of a PUT. */
    record ValueJson(BigDecimal value) {}

    void register(RoutesConfig routes) {
        routes.put("/v1/movies/{id}/ratings/{userId}", this::put);
        routes.delete("/v1/movies/{id}/ratings/{userId}", this::delete);
    }

    private void put(Context context) {
        BigDecimal value = JsonBody.read(context, ValueJson.class).value();
        if (value == null) {
            throw new InvalidInputException("value", "", "a value");
        }
        HttpAnswers.later(
                context,
                ownRatings.put(context.pathParam("id"), context.pathParam("userId"), value),
                written -> answer(context, written.getPosition(), written.getRatedAt()));
    }

    private void delete(Context context) {
        HttpAnswers.later(
                context,
                ownRatings.delete(context.pathParam("id"), context.pathParam("userId")),
                written -> answer(context, written.getPosition(), written.getRatedAt()));
    }

    private static void answer(Context context, String position, Timestamp ratedAt) {
        HttpPositions.written(context, Positions.parse(position));
        context.json(new WrittenRatingJson(position, Instant.ofEpochSecond(ratedAt.getSeconds(), ratedAt.getNanos())));
    }
}
