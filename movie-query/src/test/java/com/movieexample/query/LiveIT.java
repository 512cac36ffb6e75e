package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.v1.GetChartRequest;
import com.movieexample.api.v1.MovieSort;
import com.movieexample.api.v1.WatchChartRequest;
import com.movieexample.api.v1.WatchChartResponse;
import com.movieexample.api.v1.WatchMovieRequest;
import com.movieexample.api.v1.WatchMovieResponse;
import com.movieexample.query.ServerSentEvents.Event;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIT {
    private static RatedMovies movies;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        movies = new RatedMovies("live", folder);
    }

    @AfterAll
    static void stop() {
        movies.close();
    }

    private static ServerSentEvents open(String path, String... headers) throws Exception {
        return ServerSentEvents.open(movies.http().port(), path, headers);
    }

    private static String count(int count) {
        return "\"count\":" + count + ",";
    }

    @Test
    void whoWatchesAMovieIsToldOfEachOfItsStates() throws Exception {
        Position put = movies.add("watched/1", "Watched", 2000, List.of());
        try (ServerSentEvents stream = open("/v1/movies/watched%2F1/live", "Marquee-Position", put.toString())) {
            Event first = stream.next();
            assertThat(first.name()).isEqualTo("movie");
            assertThat(first.data()).startsWith("{\"id\":\"watched/1\"").contains("\"count\":0");

            String rated = movies.rate(Map.of("watched/1", movies.ratings(3, 4, 0)));
            Event second = stream.nextWith(count(3));
            assertThat(movies.http()
                            .get("/v1/movies/watched%2F1", "Marquee-Position", rated)
                            .body())
                    .isEqualTo(second.data());

            movies.add("watched/1", "Renamed", 2000, List.of());
            stream.nextWith("Renamed");
            movies.remove("watched/1");
            assertThat(stream.nextWith("watched/1").name()).isEqualTo("gone");
        }
    }

    @Test
    void whoResumesSeesNothingOlder() throws Exception {
        Position put = movies.add("resumed", "Resumed", 2000, List.of());
        movies.rate(Map.of("resumed", movies.ratings(1, 4, 0)));
        String last;
        try (ServerSentEvents stream = open("/v1/movies/resumed/live", "Marquee-Position", put.toString())) {
            last = stream.nextWith(count(1)).id();
        }
        movies.rate(Map.of("resumed", movies.ratings(2, 4, 0)));
        movies.rate(Map.of("resumed", movies.ratings(3, 4, 0)));

        try (ServerSentEvents stream = open("/v1/movies/resumed/live", "Last-Event-ID", last)) {
            stream.nextWith(count(3));
        }
        assertThat(movies.http()
                        .get("/v1/movies/resumed/live", "Last-Event-ID", "nonsense")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMovieThatIsNotThereCannotBeWatched() throws Exception {
        HttpResponse<String> answer = movies.http().get("/v1/movies/nowhere/live");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aChartMoves() throws Exception {
        movies.add("chart-1", "One", 2000, List.of("Live chart"));
        Position put = movies.add("chart-2", "Two", 2000, List.of("Live chart"));
        String path = "/v1/charts/most-rated/live?genre=Live+chart";
        try (ServerSentEvents stream = open(path, "Marquee-Position", put.toString())) {
            assertThat(stream.next().name()).isEqualTo("chart");
            movies.rate(Map.of("chart-1", movies.ratings(1_001, 4, 0)));
            stream.nextWith(count(1_001));
            movies.rate(Map.of("chart-2", movies.ratings(1_002, 4, 0)));
            String data = stream.nextWith(count(1_002)).data();

            assertThat(data.indexOf("\"id\":\"chart-2\"")).isLessThan(data.indexOf("\"id\":\"chart-1\""));
        }
    }

    @Test
    void whoWentAwayIsForgotten() throws Exception {
        Position put = movies.add("left", "Left", 2000, List.of());
        String path = "/v1/movies/left/live";
        try (ServerSentEvents stream = open(path, "Marquee-Position", put.toString())) {
            stream.next();
            awaitStreams(1);
        }
        awaitStreams(0);
    }

    private static void awaitStreams(int open) {
        // Somebody who went away is noticed at the next beat.
        await().atMost(MovieProcess.PATIENCE)
                .untilAsserted(() -> assertThat(movies.http().get("/metrics").body())
                        .contains("marquee_live_streams{of=\"movies\",service=\"movie\"} " + open + ".0"));
    }

    @Test
    void overGrpcToo() throws Exception {
        Position put = movies.add("call", "Call", 2000, List.of("Live call"));
        try (Context.CancellableContext context = Context.current().withCancellation()) {
            Context before = context.attach();
            try {
                Iterator<WatchMovieResponse> movie = movies.process()
                        .grpc(put.toString())
                        .watchMovie(WatchMovieRequest.newBuilder()
                                .setMovieId("call")
                                .build());
                Iterator<WatchChartResponse> chart = movies.process()
                        .grpc(put.toString())
                        .watchChart(WatchChartRequest.newBuilder()
                                .setChart(GetChartRequest.newBuilder().setChart(MovieSort.MOVIE_SORT_TOP_RATED))
                                .build());
                assertThat(movie.next().getMovie().getMetadata().getTitle()).isEqualTo("Call");
                chart.next();
                movies.rate(Map.of("call", movies.ratings(77, 5, 0)));
                WatchMovieResponse rated = movie.next();
                while (rated.getMovie().getRating().getCount() != 77) {
                    rated = movie.next();
                }
                assertThat(rated.getPositions()).contains("movie-metadata");
                while (chart.next().getChart().getEntriesList().stream()
                        .noneMatch(entry -> entry.getMovie().getRating().getCount() == 77)) {
                    // Until it is in the chart.
                }
                movies.remove("call");
                while (movie.next().hasMovie()) {
                    // Until it is gone.
                }
            } finally {
                context.detach(before);
            }
        }
    }

    @Test
    void overGrpcAMovieThatIsNotThereIsNotFound() {
        Iterator<WatchMovieResponse> movie = movies.process()
                .grpc()
                .watchMovie(WatchMovieRequest.newBuilder().setMovieId("nowhere").build());

        assertThat(org.assertj.core.api.Assertions.catchThrowable(movie::next))
                .asInstanceOf(InstanceOfAssertFactories.type(StatusRuntimeException.class))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void aServiceThatStopsEndsItsStreams(@TempDir Path other) throws Exception {
        Position put = movies.add("stopped", "Stopped", 2000, List.of());
        ServerSentEvents stream;
        try (MovieProcess second = movies.start(other)) {
            stream = ServerSentEvents.open(
                    second.http().port(), "/v1/movies/stopped/live", "Marquee-Position", put.toString());
            assertThat(stream.next().name()).isEqualTo("movie");
        }
        assertThat(stream.next().name()).isEmpty();
    }
}
