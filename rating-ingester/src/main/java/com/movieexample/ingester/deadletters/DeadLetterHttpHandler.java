package com.movieexample.ingester.deadletters;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.api.json.WrittenRatingJson;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.MediaType;
import com.movieexample.runtime.http.MergePatch;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.http.RequestClient;
import com.movieexample.runtime.positions.HttpPositions;
import com.movieexample.topics.deadletters.Mending;
import com.movieexample.topics.deadletters.Resubmitted;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** What is below {@code /v1/dead-letters}, for operators. An origin in a path is percent-encoded. */
public final class DeadLetterHttpHandler {
    private static final String LETTERS = "/v1/dead-letters";
    private static final String LETTER = LETTERS + "/{origin}";
    private static final Set<String> PATCHES = Set.of("application/json", MergePatch.CONTENT_TYPE);
    private static final int NO_CONTENT = 204;

    private final DeadLetterController controller;

    public DeadLetterHttpHandler(DeadLetterController controller) {
        this.controller = controller;
    }

    public void register(RoutesConfig routes) {
        routes.get(LETTERS, this::list);
        routes.get(LETTER, this::get);
        routes.post(LETTER + "/resubmit", this::resubmit);
        routes.delete(LETTER, this::drop);
    }

    private void list(Context context) {
        QueryParameters query = QueryParameters.of(context);
        int pageSize =
                query.optional("pageSize").map(DeadLetterHttpHandler::pageSize).orElse(DeadLetterController.PAGE_SIZE);
        String pageToken = query.optional("pageToken").orElse("");
        HttpAnswers.later(
                context,
                controller.page(caller(context), pageSize, pageToken),
                page -> context.json(DeadLetterForm.of(page)));
    }

    private static int pageSize(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("pageSize", text, "a whole number from 1 to 1000", e);
        }
    }

    private void get(Context context) {
        HttpAnswers.later(
                context,
                controller.get(caller(context), origin(context)),
                letter -> context.json(DeadLetterForm.of(letter)));
    }

    private void resubmit(Context context) {
        HttpAnswers.later(
                context,
                controller.resubmit(caller(context), origin(context), mending(context)),
                done -> answer(context, done));
    }

    /** Without a body the event goes as it is. */
    private static Optional<Mending> mending(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            return Optional.empty();
        }
        String mediaType = MediaType.of(context);
        if (!PATCHES.contains(mediaType)) {
            throw ServiceException.unsupportedMediaType(
                    "the content type is " + mediaType + ", expected application/json or " + MergePatch.CONTENT_TYPE);
        }
        return Optional.of(MergePatch.read(body, RatingEventJson.class)::applyTo);
    }

    private static void answer(Context context, Resubmitted resubmitted) {
        HttpPositions.written(context, resubmitted.position());
        context.json(new WrittenRatingJson(resubmitted.position().toString(), resubmitted.ratedAt()));
    }

    private void drop(Context context) {
        HttpAnswers.later(
                context, controller.drop(caller(context), origin(context)), dropped -> context.status(NO_CONTENT));
    }

    private static Caller caller(Context context) {
        return RequestClient.of(context).caller();
    }

    private static Position origin(Context context) {
        String text = context.pathParam("origin");
        try {
            return Position.parse(text);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("origin", text, e.expected(), e);
        }
    }
}
