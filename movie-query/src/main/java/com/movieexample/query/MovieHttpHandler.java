package com.movieexample.query;

import com.movieexample.api.Mean;
import com.movieexample.api.Positions;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.json.MovieJson.OwnRating;
import com.movieexample.runtime.http.Conditional;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.Json;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.http.TaggedJson;
import com.movieexample.runtime.positions.HttpPositions;
import com.movieexample.topics.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code /movie?id=}, {@code /v1/movies/{id}}, and {@code /v1/movies} by ids. */
final class MovieHttpHandler {
    private static final Set<String> OF_ONE = Set.of("include", "userId", "view");
    private static final Json JSON = new Json();
    private static final int MOST_POSTED = 1_000;

    private final MovieController controller;
    private final MovieListHttpHandler lists;

    MovieHttpHandler(MovieController controller, MovieListHttpHandler lists) {
        this.controller = controller;
        this.lists = lists;
    }

    /** The seed-style answer: just the mean, left out when nobody rated. */
    record RatedMetadata(BigDecimal rating, MetadataJson metadata) {
        private static RatedMetadata of(Movie movie) {
            Optional<BigDecimal> mean =
                    Mean.of(movie.rating().getCount(), movie.rating().getSum());
            return new RatedMetadata(mean.orElse(null), MetadataJson.of(movie.metadata()));
        }
    }

    /** The body of a batch. */
    record IdsJson(List<String> ids) {}

    void register(RoutesConfig routes) {
        routes.get("/movie", this::getRatedMetadata);
        routes.get("/v1/movies/{id}", this::getMovie);
        routes.get("/v1/movies", this::getMovies);
        routes.post("/v1/movies/batch", this::postBatch);
    }

    private void getRatedMetadata(Context context) {
        QueryParameters parameters = QueryParameters.of(context);
        String id = parameters.required("id");
        HttpAnswers.later(
                context,
                controller.get(view(parameters), id, HttpPositions.seen(context), MovieAnswers::movie),
                answer -> {
                    HttpPositions.reflect(context, answer.freshness());
                    context.json(RatedMetadata.of(answer.found().orElseThrow(() -> MovieController.noMetadata(id))));
                });
    }

    private void getMovie(Context context) {
        String id = context.pathParam("id");
        if (context.queryString() == null) {
            getPlainMovie(context, id, "");
            return;
        }
        QueryParameters parameters = QueryParameters.of(context).only(OF_ONE);
        Set<Part> parts = Part.parse(parameters.all("include"));
        Optional<String> userId = parameters.optional("userId");
        if (parts.isEmpty() && userId.isEmpty()) {
            getPlainMovie(context, id, view(parameters));
        } else {
            getDetailedMovie(context, id, parts, userId, view(parameters));
        }
    }

    private void getPlainMovie(Context context, String id, String view) {
        HttpAnswers.later(
                context, controller.get(view, id, HttpPositions.seen(context), MovieAnswers::json), answer -> {
                    HttpPositions.reflect(context, answer.freshness());
                    TaggedJson json = answer.found().orElseThrow(() -> MovieController.noMetadata(id));
                    Conditional.json(context, json);
                });
    }

    private void getDetailedMovie(Context context, String id, Set<Part> parts, Optional<String> userId, String view) {
        Positions seen = HttpPositions.seen(context);
        HttpAnswers.later(context, controller.detailed(view, id, parts, userId, seen), answer -> {
            HttpPositions.reflect(context, answer.freshness());
            MovieController.WithOwn found = answer.found().orElseThrow(() -> MovieController.noMetadata(id));
            OwnRating own = found.own().orElse(null);
            byte[] json = JSON.write(found.movie().toJson(answer.freshness(), own));
            Optional<String> validator = own == null ? found.movie().validator() : Optional.empty();
            validator.ifPresentOrElse(
                    etag -> Conditional.json(context, etag, json), () -> Conditional.unkept(context, json));
        });
    }

    /** By ids, or as a list. */
    private void getMovies(Context context) {
        QueryParameters parameters = QueryParameters.of(context);
        List<String> ids = parameters.all("ids");
        if (ids.isEmpty()) {
            lists.getList(context, parameters);
        } else {
            answerBatch(context, parameters.only(Set.of("ids", "view")), ids, Ids.MAX_BATCH);
        }
    }

    private void postBatch(Context context) {
        QueryParameters parameters = QueryParameters.of(context).only(Set.of("view"));
        List<String> ids =
                Objects.requireNonNullElse(JsonBody.read(context, IdsJson.class).ids(), List.of());
        answerBatch(
                context,
                parameters,
                ids.stream().map(id -> id == null ? "" : id).toList(),
                MOST_POSTED);
    }

    private void answerBatch(Context context, QueryParameters parameters, List<String> ids, int most) {
        HttpAnswers.later(
                context,
                controller.getAll(view(parameters), ids, most, HttpPositions.seen(context), MovieAnswers::json),
                answer -> {
                    HttpPositions.reflect(context, answer.freshness());
                    JsonPieces json = new JsonPieces();
                    HttpAnswers.json(
                            context,
                            json.array("found", answer.found().movies(), movie -> json.item(movie.utf8()))
                                    .field("missing", answer.found().missing())
                                    .end());
                });
    }

    /** The name of an archive; empty for the live view. */
    private static String view(QueryParameters parameters) {
        return parameters.optional("view").orElse("");
    }
}
