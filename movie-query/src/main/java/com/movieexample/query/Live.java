package com.movieexample.query;

import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.live.LiveUpdates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is watched, and how much of it there may be. */
final class Live {
    /** The fold commits ten times a second. */
    private static final Duration BETWEEN_MOVIES = Duration.ofMillis(100);

    /** A chart is worked out anew each time. */
    private static final Duration BETWEEN_CHARTS = Duration.ofMillis(500);

    private static final int MOST_CHARTS = 100;

    private final LiveUpdates<String, MovieDetails> movies;
    private final LiveUpdates<ListQuery, GetChartResponse> charts;

    /** @param connections that there may be: a quarter of them is left to others than those who watch */
    Live(MovieController controller, int connections) {
        LiveStates states = new LiveStates(controller);
        int most = connections - connections / 4;
        movies = new LiveUpdates<>(
                new LiveUpdates.Settings("movies", BETWEEN_MOVIES, most, most), states::movie, Optional::of);
        charts = new LiveUpdates<>(
                new LiveUpdates.Settings("charts", BETWEEN_CHARTS, most, MOST_CHARTS),
                states::chart,
                movie -> Optional.empty());
    }

    LiveUpdates<String, MovieDetails> movies() {
        return movies;
    }

    LiveUpdates<ListQuery, GetChartResponse> charts() {
        return charts;
    }

    List<MovieListener> listeners() {
        return List.of(movies, charts);
    }

    void bindTo(MeterRegistry meters) {
        gauge(meters, "movies", movies);
        gauge(meters, "charts", charts);
    }

    private static void gauge(MeterRegistry meters, String of, LiveUpdates<?, ?> updates) {
        Gauge.builder("marquee.live.streams", updates, LiveUpdates::watchers)
                .description("Streams of live updates that are open")
                .tag("of", of)
                .register(meters);
    }
}
