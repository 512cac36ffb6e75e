package com.movieexample.ingester;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.MediaType;
import com.movieexample.runtime.http.NdjsonWrites;
import com.movieexample.runtime.http.ProblemJson;
import com.movieexample.runtime.http.RequestClient;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /v1/ratings}: a batch of events with an outcome for each, or a stream of them of any length, of which the
 * refused ones are named.
 */
final class RatingIntakeHttpHandler {
    private static final String PATH = "/v1/ratings";
    /** How errors call an item that can't be read, as JSON or as a message. */
    private static final Set<String> WHOLE = Set.of("body", "event");

    private static final int ALL_TAKEN = 200;
    private static final int SOME_REFUSED = 207;
    private static final int ALL_REFUSED = 422;

    private final RatingWriteController controller;
    private final NdjsonWrites<RatingEventJson> stream;

    RatingIntakeHttpHandler(RatingWriteController controller) {
        this.controller = controller;
        this.stream = new NdjsonWrites<>(
                RatingEventJson.class,
                (caller, event) -> controller.write(caller, event.toMessage()).thenApply(WrittenRating::position));
    }

    void register(RoutesConfig routes) {
        routes.post(PATH, this::post);
    }

    private void post(Context context) {
        String mediaType = MediaType.of(context);
        if (mediaType.equals(NdjsonWrites.CONTENT_TYPE)) {
            stream.handle(context);
            return;
        }
        RatingBatch batch = RatingBatch.of(mediaType, context.bodyAsBytes())
                .orElseThrow(() -> ServiceException.unsupportedMediaType("the content type is " + mediaType
                        + ", expected application/json, " + RatingBatch.PROTOBUF + " or " + NdjsonWrites.CONTENT_TYPE));
        Client client = RequestClient.of(context);
        // It is let in as one write.
        client.spend(batch.events().size() - 1);
        HttpAnswers.later(context, write(client.caller(), batch), outcomes -> answer(context, outcomes));
    }

    /** In their order, so that of two events of one rating without a time the second one counts. */
    private CompletableFuture<List<RatingOutcome>> write(Caller caller, RatingBatch batch) {
        List<CompletableFuture<RatingOutcome>> outcomes = batch.events().stream()
                .map(event -> RatingOutcome.of(controller, caller, event))
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(all -> outcomes.stream().map(CompletableFuture::join).toList());
    }

    private static void answer(Context context, List<RatingOutcome> outcomes) {
        List<Position> positions = outcomes.stream()
                .flatMap(outcome -> outcome.written().stream())
                .map(WrittenRating::position)
                .toList();
        HttpPositions.written(context, Positions.of(positions));
        List<Map<String, Object>> items = new ArrayList<>();
        for (RatingOutcome outcome : outcomes) {
            items.add(item(outcome, items.size()));
        }
        outcomes.stream()
                .filter(RatingOutcome::isLost)
                .findFirst()
                .ifPresentOrElse(
                        lost -> answerLost(context, lost.problem().orElseThrow(), items),
                        () -> context.status(status(outcomes)).json(Map.of("items", items)));
    }

    private static int status(List<RatingOutcome> outcomes) {
        long refused = outcomes.stream().filter(RatingOutcome::isRefused).count();
        if (refused == outcomes.size()) {
            return ALL_REFUSED;
        }
        return refused == 0 ? ALL_TAKEN : SOME_REFUSED;
    }

    /** What was taken is in the log; all of it may be sent again, which is safe with {@code ratedAt}. */
    private static void answerLost(Context context, Problem first, List<Map<String, Object>> items) {
        HttpAnswers.problem(context, Problem.of(ErrorKind.UNAVAILABLE, first.detail()), Map.of("items", items));
    }

    private static Map<String, Object> item(RatingOutcome outcome, int index) {
        Map<String, Object> item = new LinkedHashMap<>();
        outcome.written().ifPresent(written -> {
            item.put("position", written.position().toString());
            item.put("ratedAt", written.ratedAt());
        });
        outcome.problem().ifPresent(problem -> item.put("problem", problem(problem, index)));
        return item;
    }

    private static Map<String, Object> problem(Problem problem, int index) {
        Map<String, Object> json = ProblemJson.of(problem);
        problem.invalidField().ifPresent(invalid -> json.put("pointer", pointer(index, invalid.field())));
        return json;
    }

    /** @param field or what stands for all of the item */
    private static String pointer(int index, String field) {
        return "#/" + index + (WHOLE.contains(field) ? "" : "/" + field);
    }
}
