package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.Sort;
import com.movieexample.query.live.EventStream;
import com.movieexample.query.live.LiveUpdates;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Server-sent events of a movie or a chart, {@code …/live}. */
final class LiveHttpHandler {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final MovieController controller;
    private final LiveUpdates<String, MovieDetails> movies;
    private final LiveUpdates<ListQuery, GetChartResponse> charts;

    LiveHttpHandler(
            MovieController controller,
            LiveUpdates<String, MovieDetails> movies,
            LiveUpdates<ListQuery, GetChartResponse> charts) {
        this.controller = controller;
        this.movies = movies;
        this.charts = charts;
    }

    void register(RoutesConfig routes) {
        routes.get("/v1/movies/{id}/live", this::watchMovie);
        for (Sort chart : ListQuery.CHARTS) {
            routes.get("/v1/charts/" + chart.text() + "/live", context -> watchChart(context, chart));
        }
    }

    private void watchMovie(Context context) {
        QueryParameters.of(context).only(Set.of());
        String id = context.pathParam("id");
        stream(context, movies, id, controller.requireMovie(id, seen(context)));
    }

    private void watchChart(Context context, Sort chart) {
        ListQuery query = ListParameters.watchedChart(chart, QueryParameters.of(context));
        stream(context, charts, query, controller.list("", seen(context), query, (generation, list) -> list));
    }

    /** What fails before the stream has begun is answered as elsewhere, what fails later within it. */
    private static <K, M> void stream(Context context, LiveUpdates<K, M> updates, K key, CompletableFuture<?> known) {
        if (known.isDone()) {
            known.join();
        }
        updates.requireRoom(key);
        context.future(() -> {
            EventStream<M> stream =
                    EventStream.begin(context.req().getAsyncContext(), ended -> updates.remove(key, ended));
            updates.watchAfter(known, key, stream);
            return stream.ended();
        });
    }

    /** A browser says by itself what it got last. */
    private static Positions seen(Context context) {
        Positions seen = HttpPositions.seen(context);
        return Optional.ofNullable(context.header(LAST_EVENT_ID))
                .filter(id -> !id.isEmpty())
                .map(id -> seen.and(Positions.parse(id)))
                .orElse(seen);
    }
}
