package com.movieexample.ingester;

import com.movieexample.api.EventTime;
import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.http.RequestClient;
import com.movieexample.runtime.positions.HttpPositions;
import com.movieexample.topics.RecordKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** {@code PUT /rating?id=}, and PUT and DELETE of {@code /v1/records/{type}/{id}/ratings/{userId}}. */
final class RatingWriteHttpHandler {
    /** The time that a write counts by. */
    static final String RATED_AT_HEADER = "Marquee-Rated-At";

    private static final String RATED_AT = "ratedAt";
    private static final String PROVIDER = "providerId";
    private static final String RATING = "/v1/records/{type}/{id}/ratings/{userId}";

    private final RatingWriteController controller;
    private final VisibleWrites visible;

    RatingWriteHttpHandler(RatingWriteController controller, VisibleWrites visible) {
        this.controller = controller;
        this.visible = visible;
    }

    /** The body of a put. */
    record PutBody(BigDecimal value, Instant ratedAt, String providerId) {}

    void register(RoutesConfig routes) {
        routes.put("/rating", this::putByQuery);
        routes.put(RATING, this::put);
        routes.delete(RATING, this::delete);
    }

    private void putByQuery(Context context) {
        QueryParameters query = QueryParameters.of(context);
        RecordKey record = RequestedRecord.of(query);
        String userId = query.required("userId");
        OptionalInt value = OptionalInt.of(Hundredths.parse("value", query.required("value")));
        write(context, change(record, userId, value, query), RatingWriteHttpHandler::answerEmpty);
    }

    private void put(Context context) {
        PutBody body = JsonBody.read(context, PutBody.class);
        if (body.value() == null) {
            throw new InvalidInputException("value", "", "a number, for example 4.5");
        }
        RatingChange change = new RatingChange(
                RequestedRecord.of(context),
                context.pathParam("userId"),
                OptionalInt.of(Hundredths.of("value", body.value())),
                Optional.ofNullable(body.ratedAt()),
                Optional.ofNullable(body.providerId()).orElse(""));
        write(context, change, RatingWriteHttpHandler::answerJson);
    }

    private void delete(Context context) {
        if (context.bodyAsBytes().length > 0) {
            // A time in it that nobody reads would be the wrong time.
            throw new InvalidInputException("body", "not empty", "none; ratedAt and providerId go into the query");
        }
        RecordKey record = RequestedRecord.of(context);
        QueryParameters query = QueryParameters.of(context);
        RatingChange change = change(record, context.pathParam("userId"), OptionalInt.empty(), query);
        write(context, change, RatingWriteHttpHandler::answerJson);
    }

    private static RatingChange change(RecordKey record, String userId, OptionalInt value, QueryParameters query) {
        return new RatingChange(
                record,
                userId,
                value,
                query.optional(RATED_AT).map(text -> EventTime.parse(RATED_AT, text)),
                query.optional(PROVIDER).orElse(""));
    }

    /** @param answer to a write that is to be in the log only */
    private void write(Context context, RatingChange change, BiConsumer<Context, WrittenRating> answer) {
        Caller caller = RequestClient.of(context).caller();
        if (AcknowledgementLevel.of(context) == AcknowledgementLevel.VISIBLE) {
            HttpAnswers.later(context, visible.write(caller, change), seen -> answerVisible(context, seen));
        } else {
            HttpAnswers.later(context, controller.write(caller, change), written -> answer.accept(context, written));
        }
    }

    private static void answerVisible(Context context, VisibleRating seen) {
        answerEmpty(context, seen.written());
        HttpPositions.reflect(context, seen.aggregate().freshness());
        context.header(AcknowledgementLevel.APPLIED_HEADER, AcknowledgementLevel.VISIBLE.preference());
        context.json(seen.toJson());
    }

    private static void answerJson(Context context, WrittenRating written) {
        answerEmpty(context, written);
        context.json(written.toJson());
    }

    private static void answerEmpty(Context context, WrittenRating written) {
        HttpPositions.written(context, written.position());
        context.header(RATED_AT_HEADER, written.ratedAt().toString());
    }
}
