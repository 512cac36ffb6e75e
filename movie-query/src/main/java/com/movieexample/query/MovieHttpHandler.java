package com.movieexample.query;

import com.movieexample.api.Mean;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /movie?id=}, {@code /v1/movies/{id}} and {@code /v1/movies?ids=}. */
final class MovieHttpHandler {
    private final MovieController controller;

    MovieHttpHandler(MovieController controller) {
        this.controller = controller;
    }

    /** The seed-style answer: just the mean, left out when nobody rated. */
    record RatedMetadata(BigDecimal rating, MetadataJson metadata) {
        private static RatedMetadata of(Movie movie) {
            Optional<BigDecimal> mean =
                    Mean.of(movie.rating().getCount(), movie.rating().getSum());
            return new RatedMetadata(mean.orElse(null), MetadataJson.of(movie.metadata()));
        }
    }

    void register(RoutesConfig routes) {
        routes.get("/movie", this::getRatedMetadata);
        routes.get("/v1/movies/{id}", this::getMovie);
        routes.get("/v1/movies", this::getMovies);
    }

    private void getRatedMetadata(Context context) {
        String id = QueryParameters.of(context).required("id");
        answer(context, id, MovieAnswers::movie, movie -> context.json(RatedMetadata.of(movie)));
    }

    private void getMovie(Context context) {
        answer(context, context.pathParam("id"), MovieAnswers::json, json -> HttpAnswers.json(context, json));
    }

    private <T> void answer(Context context, String id, MovieController.Reading<T> reading, Consumer<T> found) {
        HttpAnswers.later(context, controller.get(view(context), id, HttpPositions.seen(context), reading), answer -> {
            HttpPositions.reflect(context, answer.freshness());
            found.accept(answer.found().orElseThrow(() -> MovieController.noMetadata(id)));
        });
    }

    private void getMovies(Context context) {
        List<String> ids = QueryParameters.of(context).all("ids");
        HttpAnswers.later(
                context,
                controller.getAll(view(context), ids, HttpPositions.seen(context), MovieAnswers::json),
                answer -> {
                    HttpPositions.reflect(context, answer.freshness());
                    HttpAnswers.json(context, MovieAnswers.json(answer.found()));
                });
    }

    /** The name of an archive; empty for the live view. */
    private static String view(Context context) {
        return QueryParameters.of(context).optional("view").orElse("");
    }
}
