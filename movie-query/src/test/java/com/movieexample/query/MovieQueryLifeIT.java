package com.movieexample.query;

import static com.movieexample.query.AggregatesTopic.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.Checkpoints;
import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From before its topics are there to a restart. */
class MovieQueryLifeIT {
    private final MarqueeLog log = TestLogs.open("movie-query-life", 3);
    private final AggregatesTopic aggregates = new AggregatesTopic(log);
    private final MovieMetadata metadata = new MovieMetadata(log);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        metadata.close();
    }

    private MovieProcess start() throws Exception {
        return MovieProcess.start(log, folder, MovieProcess.PATIENCE);
    }

    @Test
    void isNotAvailableUntilTheRatingsAreThere() throws Exception {
        metadata.put("603");
        try (MovieProcess service = start()) {
            String reason = log.aggregates() + ": topic " + log.aggregates() + " does not exist yet";
            await().untilAsserted(() -> assertThatItIsUnavailable(
                    service.http().get("/movie?id=603"), "movies can't be read yet: " + reason));
            assertThatItIsUnavailable(service.http().get("/v1/movies?ids=603"), "movies can't be read yet: " + reason);
            assertThatThrownBy(() -> service.grpc()
                            .getMovieDetails(GetMovieDetailsRequest.newBuilder()
                                    .setMovieId("603")
                                    .build()))
                    .hasMessageStartingWith("UNAVAILABLE: movies can't be read yet: ");
            assertThatThrownBy(() -> dump(service)).hasMessageStartingWith("UNAVAILABLE: the ratings view can't be");
            HttpResponse<String> health = service.http().get("/health/ready");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("\"ratings-view\":{\"status\":\"failing\",\"detail\":\"topic " + log.aggregates());

            aggregates.create();

            assertThat(service.awaitReady().http().get("/movie?id=603").statusCode())
                    .isEqualTo(200);
        }
    }

    private static void assertThatItIsUnavailable(HttpResponse<String> answer, String detail) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("\"detail\":\"" + detail);
    }

    @Test
    void dumpsTheCheckpointsInTheOrderOfTheirOffsets() throws Exception {
        aggregates.create();
        // The second one takes the first slot, as it does after 64 others.
        aggregates.commit(630_000, Map.of("603", aggregate(1)));
        aggregates.commit(640_000, Map.of("603", aggregate(2)));

        try (MovieProcess service = start().awaitReady()) {
            List<DumpRatingsViewResponse> dump = dump(service);

            assertThat(dump.get(0).getCheckpointsMap())
                    .isEqualTo(Map.of(
                            0,
                            Checkpoints.newBuilder()
                                    .addCheckpoints(AggregatesTopic.watermark(630_000))
                                    .addCheckpoints(AggregatesTopic.watermark(640_000))
                                    .build()));
            assertThat(dump.subList(1, dump.size())).allMatch(piece -> piece.getCheckpointsCount() == 0);
        }
    }

    @Test
    void dumpsWhatItServesAndStillServesItAfterARestart() throws Exception {
        Map<String, RatingAggregate> rated = new TreeMap<>();
        for (int movie = 0; movie < 1_001; movie++) {
            rated.put("movie/" + movie, aggregate(1 + movie % 7));
        }
        aggregates.create().commit(20_000, strippedKeys(rated));
        metadata.put("603");

        List<DumpRatingsViewResponse> before;
        try (MovieProcess service = start().awaitReady()) {
            before = dump(service);
        }
        try (MovieProcess again = start().awaitReady()) {
            assertThat(again.http().get("/v1/movies/603").body()).contains("\"count\":" + (1 + 603 % 7));
            assertThat(dump(again)).isEqualTo(before);
        }

        assertThat(before.get(0).getWatermarksMap()).isEqualTo(Map.of(0, AggregatesTopic.watermark(20_000)));
        assertThat(before.subList(1, before.size())).allMatch(piece -> piece.getWatermarksCount() == 0);
        assertThat(aggregatesOf(before)).isEqualTo(rated);
    }

    private static Map<String, RatingAggregate> strippedKeys(Map<String, RatingAggregate> byKey) {
        Map<String, RatingAggregate> byMovie = new TreeMap<>();
        byKey.forEach((key, aggregate) -> byMovie.put(key.substring("movie/".length()), aggregate));
        return byMovie;
    }

    private static List<DumpRatingsViewResponse> dump(MovieProcess service) {
        List<DumpRatingsViewResponse> pieces = new ArrayList<>();
        service.ratingsView()
                .dumpRatingsView(DumpRatingsViewRequest.getDefaultInstance())
                .forEachRemaining(pieces::add);
        return pieces;
    }

    private static Map<String, RatingAggregate> aggregatesOf(List<DumpRatingsViewResponse> dump) {
        Map<String, RatingAggregate> all = new TreeMap<>();
        for (DumpRatingsViewResponse piece : dump) {
            piece.getAggregatesList()
                    .forEach(dumped -> assertThat(all.put(dumped.getRecordKey(), dumped.getAggregate()))
                            .as("a second %s", dumped.getRecordKey())
                            .isNull());
        }
        return all;
    }
}
