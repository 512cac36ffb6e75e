package com.movieexample.ingester.explain;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.WeightedScore;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.positions.HttpPositions;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.explain.ExplanationForm;
import com.movieexample.topics.explain.Question;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** GET of {@code /v1/records/{type}/{id}/explain}. */
public final class ExplanationHttpHandler {
    private static final String TYPE = "type";
    private static final String ID = "id";

    private final ExplanationController controller;

    public ExplanationHttpHandler(ExplanationController controller) {
        this.controller = controller;
    }

    public void register(RoutesConfig routes) {
        routes.get("/v1/records/{type}/{id}/explain", this::explain);
    }

    private void explain(Context context) {
        HttpAnswers.later(context, controller.explain(question(context), HttpPositions.seen(context)), answer -> {
            HttpPositions.reflect(context, answer.freshness());
            context.json(ExplanationForm.of(answer.found()));
        });
    }

    private static Question question(Context context) {
        QueryParameters query = QueryParameters.of(context);
        return new Question(
                record(context),
                query.optional("userId"),
                query.optional("limit")
                        .map(text -> (int) number("limit", text, ExplanationController.MAX_LIMIT))
                        .orElse(Question.DEFAULT_LIMIT),
                query.optional("minimum")
                        .map(text -> number("minimum", text, WeightedScore.MAX_MINIMUM))
                        .orElse(WeightedScore.DEFAULT_MINIMUM),
                query.optional("prior").map(WeightedScore::parsePrior));
    }

    private static RecordKey record(Context context) {
        String type = context.pathParam(TYPE);
        String id = context.pathParam(ID);
        Ids.require(TYPE, type);
        Ids.require(ID, id);
        return new RecordKey(type, id);
    }

    private static long number(String field, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(field, text, most, e);
        }
        throw notANumber(field, text, most, null);
    }

    private static InvalidInputException notANumber(String field, String text, long most, Throwable cause) {
        return new InvalidInputException(field, text, "a whole number from 0 to " + most, cause);
    }
}
