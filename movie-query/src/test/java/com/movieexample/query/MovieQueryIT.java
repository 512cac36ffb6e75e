package com.movieexample.query;

import static com.movieexample.query.AggregatesTopic.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Freshness;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieQueryIT {
    private static final Duration SHORT = Duration.ofMillis(100);

    private static MarqueeLog log;
    private static AggregatesTopic aggregates;
    private static RawTopic ratings;
    private static MovieMetadata metadata;
    private static MovieProcess patient;
    private static MovieProcess hasty;
    private static HttpCaller http;

    /** Counts up: the watermark of partition 0 never goes back. */
    private static long nextOffset;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path other) throws Exception {
        log = TestLogs.open("movie-query", 2);
        aggregates = new AggregatesTopic(log).create();
        ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        ratings.append(Collections.nCopies(1_000, ratings.entry(0, null, null)));
        metadata = new MovieMetadata(log);
        patient = MovieProcess.start(log, folder, MovieProcess.PATIENCE).awaitReady();
        hasty = MovieProcess.start(log, other, SHORT).awaitReady();
        http = patient.http();
    }

    @AfterAll
    static void stop() {
        patient.close();
        hasty.close();
        metadata.close();
    }

    /** Lets the fold come to an event about a movie; the answer is where that event stands in the log. */
    private static String rate(String movie, int count) throws Exception {
        nextOffset += 10;
        aggregates.commit(nextOffset, Map.of(movie, aggregate(count)));
        return ratingsPosition(nextOffset - 1);
    }

    private static String ratingsPosition(long offset) {
        return new Position(log.topics().ratings().name(), 0, offset).toString();
    }

    private static HttpResponse<String> get(String path, Object... positions) throws Exception {
        String[] headers = IntStream.range(0, 2 * positions.length)
                .mapToObj(i -> i % 2 == 0 ? Positions.HEADER : positions[i / 2].toString())
                .toArray(String[]::new);
        return http.get(path, headers);
    }

    @Test
    void documentsEachOfItsRoutes() {
        // The page is for people.
        Set<String> routes = new TreeSet<>(patient.routes());
        routes.removeAll(Set.of("GET /", "GET /page/{file}"));

        assertThat(http.api().orElseThrow().routes()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void joinsMetadataAndRating() throws Exception {
        Position put = metadata.put("joined/%ä");
        String rated = rate("joined/%ä", 2);

        HttpResponse<String> seed = get("/movie?id=joined%2F%25%C3%A4", put, rated);
        HttpResponse<String> v1 = get("/v1/movies/joined%2F%25%C3%A4", put + "," + rated);

        assertThat(seed.body()).isEqualTo("{\"rating\":4.5,\"metadata\":" + MovieMetadata.json("joined/%ä") + "}");
        assertThat(v1.body())
                .isEqualTo("{\"id\":\"joined/%ä\",\"metadata\":" + MovieMetadata.json("joined/%ä")
                        + ",\"rating\":{\"count\":2,\"sum\":9,\"mean\":4.5,"
                        + "\"histogram\":[{\"value\":4.5,\"count\":2}]}}");
    }

    @Test
    void joinsOverGrpc() throws Exception {
        Position put = metadata.put("grpc");
        String rated = rate("grpc", 2);

        MovieDetails movie = patient.grpc(put.toString(), rated)
                .getMovieDetails(details("grpc"))
                .getMovieDetails();

        assertThat(movie.getMetadata()).isEqualTo(MovieMetadata.of("grpc"));
        assertThat(movie.getRating())
                .isEqualTo(AggregatedRating.newBuilder()
                        .setCount(2)
                        .setSumHundredths(900)
                        .setMean(4.5)
                        .addHistogram(HistogramBucket.newBuilder().setValue(4.5).setCount(2))
                        .build());
    }

    private static GetMovieDetailsRequest details(String id) {
        return GetMovieDetailsRequest.newBuilder().setMovieId(id).build();
    }

    @Test
    void aMovieThatNobodyRatedHasCountZeroAndNoMean() throws Exception {
        Position put = metadata.put("unrated");

        assertThat(get("/movie?id=unrated", put).body())
                .isEqualTo("{\"metadata\":" + MovieMetadata.json("unrated") + "}");
        assertThat(get("/v1/movies/unrated").body()).endsWith(",\"rating\":{\"count\":0,\"sum\":0,\"histogram\":[]}}");
        assertThat(patient.grpc()
                        .getMovieDetails(details("unrated"))
                        .getMovieDetails()
                        .getRating())
                .isEqualTo(AggregatedRating.getDefaultInstance());
    }

    @Test
    void anAnswerIsKeptNoLongerThanUntilARecordOfItsMovieChanges() throws Exception {
        Position put = metadata.put("kept/%");
        for (int count = 1; count <= 3; count++) {
            String rated = rate("kept/%", count);

            assertThatTwoReadersFind(count, put, rated);
        }
        Position deleted = metadata.delete("kept/%");

        assertThat(get("/v1/movies/kept%2F%25", deleted).statusCode()).isEqualTo(404);
        assertThat(get("/v1/movies?ids=kept%2F%25").body()).isEqualTo("{\"found\":[],\"missing\":[\"kept/%\"]}");
        assertThatThrownBy(() -> patient.grpc().getMovieDetails(details("kept/%")))
                .hasMessageStartingWith("NOT_FOUND");
        assertThatTwoReadersFind(3, metadata.put("kept/%"));
    }

    /** The second one what was kept for the first. */
    private static void assertThatTwoReadersFind(int count, Object... positions) throws Exception {
        String[] sent = Stream.of(positions).map(Object::toString).toArray(String[]::new);
        for (int reader = 0; reader < 2; reader++) {
            assertThat(get("/v1/movies/kept%2F%25", positions).body()).contains("\"count\":" + count + ",");
            assertThat(get("/v1/movies?ids=kept%2F%25", positions).body()).contains("\"count\":" + count + ",");
            assertThat(patient.grpc(sent)
                            .getMovieDetails(details("kept/%"))
                            .getMovieDetails()
                            .getRating()
                            .getCount())
                    .isEqualTo(count);
        }
    }

    @Test
    void ratingsAloneMakeNoMovie() throws Exception {
        String rated = rate("no-metadata", 1);

        HttpResponse<String> seed = get("/movie?id=no-metadata", rated);

        assertThat(seed.statusCode()).isEqualTo(404);
        assertThat(seed.body()).contains("\"detail\":\"there is no metadata for movie no-metadata\"");
        assertThat(get("/v1/movies/no-metadata").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> patient.grpc().getMovieDetails(details("no-metadata")))
                .hasMessage("NOT_FOUND: there is no metadata for movie no-metadata");
    }

    @Test
    void aBatchKeepsTheOrderAndNamesWhatIsMissing() throws Exception {
        Position put = metadata.put("batch-a", "batch,b", "batch-c");

        HttpResponse<String> batch = get("/v1/movies?ids=batch-c,no-2,batch%2Cb&ids=batch-c&ids=no-1,batch-a", put);

        String none = ",\"rating\":{\"count\":0,\"sum\":0,\"histogram\":[]}}";
        String found = List.of("batch-c", "batch,b", "batch-a").stream()
                .map(id -> "{\"id\":\"" + id + "\",\"metadata\":" + MovieMetadata.json(id) + none)
                .collect(Collectors.joining(","));
        assertThat(batch.body()).isEqualTo("{\"found\":[" + found + "],\"missing\":[\"no-2\",\"no-1\"]}");
    }

    @Test
    void aBatchOverGrpcDoesTheSame() throws Exception {
        Position put = metadata.put("grpc-a", "grpc-b");
        String rated = rate("grpc-b", 1);

        BatchGetMovieDetailsResponse batch = patient.grpc(put.toString(), rated)
                .batchGetMovieDetails(batch(List.of("grpc-b", "no", "grpc-a", "grpc-b")));

        assertThat(batch.getFoundList())
                .extracting(MovieDetails::getMetadata)
                .containsExactly(MovieMetadata.of("grpc-b"), MovieMetadata.of("grpc-a"));
        assertThat(batch.getFoundList())
                .extracting(movie -> movie.getRating().getCount())
                .containsExactly(1L, 0L);
        assertThat(batch.getMissingList()).containsExactly("no");
    }

    private static BatchGetMovieDetailsRequest batch(List<String> ids) {
        return BatchGetMovieDetailsRequest.newBuilder().addAllMovieIds(ids).build();
    }

    @Test
    void aBatchHasOneToAHundredIds() throws Exception {
        List<String> hundred =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        String ids = "/v1/movies?ids=" + String.join(",", hundred);

        assertThat(get(ids).statusCode()).isEqualTo(200);
        assertThatItIsInvalid(get(ids + ",100"), "ids", "101", "1 to 100 ids");
        assertThatItIsInvalid(get("/v1/movies?ids=a,,b"), "ids", "", "1 to 256 bytes of UTF-8");
        assertThatGrpcRefuses(() -> patient.grpc().batchGetMovieDetails(batch(List.of())), "1 to 1000 ids");
    }

    @Test
    void aReadWaitsForThePositionsThatItsCallerHasSeen() throws Exception {
        Position put = metadata.put("waiting");
        rate("waiting", 1);
        String next = ratingsPosition(nextOffset + 9);
        CompletableFuture<HttpResponse<String>> overHttp = CompletableFuture.supplyAsync(() -> unchecked(put, next));
        CompletableFuture<Long> overGrpc = CompletableFuture.supplyAsync(() -> patient.grpc(put.toString(), next)
                .getMovieDetails(details("waiting"))
                .getMovieDetails()
                .getRating()
                .getCount());

        assertThat(rate("waiting", 2)).isEqualTo(next);

        assertThat(overHttp.get().body()).contains("\"count\":2,");
        assertThat(overGrpc.get()).isEqualTo(2);
    }

    private static HttpResponse<String> unchecked(Object... positions) {
        try {
            return get("/v1/movies/waiting", positions);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReadThatWaitedInVainSaysForWhat() throws Exception {
        Position put = metadata.put("in-vain");
        String never = ratingsPosition(999);
        String detail = "the view did not come past " + never + " within 100 ms, it includes what is before ";

        // The one that has come stands first or last, so both of them count.
        for (String[] headers : List.of(
                new String[] {Positions.HEADER, put.toString(), Positions.HEADER, never},
                new String[] {Positions.HEADER, never, Positions.HEADER, put.toString()})) {
            HttpResponse<String> answer = hasty.http().get("/movie?id=in-vain", headers);
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("\"detail\":\"" + detail);
        }
        for (String[] entries : List.of(new String[] {put.toString(), never}, new String[] {never, put.toString()})) {
            assertThatThrownBy(() -> hasty.grpc(entries).getMovieDetails(details("in-vain")))
                    .hasMessageStartingWith("DEADLINE_EXCEEDED: " + detail);
        }
    }

    @Test
    void refusesAPositionBeyondTheEndOfTheLog() throws Exception {
        String future = ratingsPosition(1_000);

        assertThatItIsInvalid(
                get("/movie?id=603", future), Positions.HEADER, future, "a position before the log's end, 1000");
        assertThatGrpcRefuses(() -> patient.grpc(future).getMovieDetails(details("603")), "before the log's end, 1000");
    }

    @Test
    void everyAnswerSaysWhatItReflectsAndHowFarTheLogIsAhead() throws Exception {
        Position put = metadata.put("fresh");
        String rated = rate("fresh", 1);
        long rest = 1_000 - nextOffset;

        await().untilAsserted(() -> {
            for (String path : List.of("/movie?id=fresh", "/v1/movies/fresh", "/v1/movies?ids=fresh", "/movie?id=no")) {
                HttpHeaders headers = get(path, put, rated).headers();
                assertThat(headers.firstValue(Positions.HEADER)).isEqualTo(Optional.of(put + "," + rated));
                assertThat(headers.firstValue(Freshness.LAG_HEADER)).contains(Long.toString(rest));
            }
        });
        assertThat(patient.answeredPositions(details("fresh"))).isEqualTo(put + "," + rated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ratings-3:17          | topic/partition:offset, for example ratings/3:1042
                    PREFIX.ratings/0:-1   | topic/partition:offset, for example ratings/3:1042
                    PREFIX.ratings/0:     | topic/partition:offset, for example ratings/3:1042
                    elsewhere/0:1         | a position in one of [PREFIX.movie-metadata, PREFIX.ratings]
                    PREFIX.ratings/2:0    | a partition up to the last one, PREFIX.ratings/1
                    PREFIX.movie-metadata/1:0 | a partition up to the last one, PREFIX.movie-metadata/0
                    """)
    void refusesAPositionThatIsNone(String template, String expectedTemplate) throws Exception {
        String prefix = log.topics().prefix();
        String position = template.replace("PREFIX.", prefix);
        String expected = expectedTemplate.replace("PREFIX.", prefix);

        assertThatItIsInvalid(get("/movie?id=603", position), Positions.HEADER, position, expected);
        assertThatGrpcRefuses(() -> patient.grpc(position).getMovieDetails(details("603")), expected);
    }

    private static void assertThatItIsInvalid(
            HttpResponse<String> refused, String field, String value, String expected) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"" + field + "\"", "\"value\":\"" + value + "\"", "\"expected\":\"" + expected);
    }

    private static void assertThatGrpcRefuses(Runnable call, String expected) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
            assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(e.getStatus().getDescription()).contains(expected);
        });
    }
}
