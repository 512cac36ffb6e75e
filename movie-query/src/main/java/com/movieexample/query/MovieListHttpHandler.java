package com.movieexample.query;

import com.movieexample.query.catalog.MovieTable.GenreCount;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.Sort;
import com.movieexample.runtime.http.Conditional;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.http.TaggedJson;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** {@code /v1/movies} as a list, {@code /v1/charts/…} and {@code /v1/genres}. */
final class MovieListHttpHandler {
    private final MovieController controller;

    MovieListHttpHandler(MovieController controller) {
        this.controller = controller;
    }

    /** The genres that there are, the most frequent first. */
    record GenresJson(List<GenreCount> genres) {}

    void register(RoutesConfig routes) {
        for (Sort chart : ListQuery.CHARTS) {
            routes.get("/v1/charts/" + chart.text(), context -> getChart(context, chart));
        }
        routes.get("/v1/genres", this::getGenres);
    }

    /** Of all movies, or of those that are searched for. */
    void getList(Context context, QueryParameters parameters) {
        answer(context, parameters, ListParameters.list(parameters));
    }

    private void getChart(Context context, Sort chart) {
        QueryParameters parameters = QueryParameters.of(context);
        answer(context, parameters, ListParameters.chart(chart, parameters));
    }

    private void answer(Context context, QueryParameters parameters, ListQuery query) {
        String view = parameters.optional("view").orElse("");
        HttpAnswers.later(
                context,
                controller.list(view, HttpPositions.seen(context), query, MovieListHttpHandler::encoded),
                answer -> {
                    HttpPositions.reflect(context, answer.freshness());
                    TaggedJson json = answer.found();
                    Conditional.json(context, json);
                });
    }

    private static TaggedJson encoded(ServedGeneration generation, ListAnswer list) {
        return list.json(generation.listJson()::encode);
    }

    private void getGenres(Context context) {
        QueryParameters parameters = QueryParameters.of(context).only(Set.of("view"));
        String view = parameters.optional("view").orElse("");
        context.json(new GenresJson(controller.genres(view)));
    }
}
