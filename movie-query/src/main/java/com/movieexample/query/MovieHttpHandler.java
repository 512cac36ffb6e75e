package com.movieexample.query;

import com.movieexample.api.Mean;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.json.MovieJson;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.topics.Positions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** {@code /movie?id=}, {@code /v1/movies/{id}} and {@code /v1/movies?ids=}. */
final class MovieHttpHandler {
    private final MovieController controller;

    MovieHttpHandler(MovieController controller) {
        this.controller = controller;
    }

    /** The seed-style answer: just the mean, left out when nobody rated. */
    record RatedMetadata(BigDecimal rating, MetadataJson metadata) {}

    record Batch(List<MovieJson> found, List<String> missing) {}

    void register(RoutesConfig routes) {
        routes.get("/movie", this::getRatedMetadata);
        routes.get("/v1/movies/{id}", this::getMovie);
        routes.get("/v1/movies", this::getMovies);
    }

    private void getRatedMetadata(Context context) {
        Movie movie = controller.get(QueryParameters.of(context).required("id"), seen(context));
        BigDecimal mean =
                Mean.of(movie.rating().getCount(), movie.rating().getSum()).orElse(null);
        context.json(new RatedMetadata(mean, MetadataJson.of(movie.metadata())));
    }

    private void getMovie(Context context) {
        context.json(controller.get(context.pathParam("id"), seen(context)).toJson());
    }

    private void getMovies(Context context) {
        MovieController.Found found =
                controller.getAll(QueryParameters.of(context).all("ids"), seen(context));
        context.json(new Batch(found.movies().stream().map(Movie::toJson).toList(), found.missing()));
    }

    /** A caller may send the header several times. */
    private static Positions seen(Context context) {
        return Positions.parse(String.join(",", Collections.list(context.req().getHeaders(Positions.HEADER))));
    }
}
