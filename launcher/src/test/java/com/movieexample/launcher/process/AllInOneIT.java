package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GetAggregatedRatingRequest;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.RecordedTerminal;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.MetadataUtils;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole, over its public addresses. Each test has movies of its own. */
class AllInOneIT {
    private static RunningMarquee marquee;
    private static Addresses at;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        marquee = RunningMarquee.start(folder);
        at = marquee.addresses();
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    @Test
    void answersTheSeedStyleRequests() throws Exception {
        String heat =
                "{\"id\":\"heat\",\"title\":\"Heat\",\"director\":\"Michael Mann\",\"year\":1995,\"genres\":[\"Crime\"]}";

        String metadataPosition = position(marquee.put(at.metadata(), "/metadata", heat));
        position(marquee.put(at.rating(), "/rating?id=heat&type=movie&userId=7&value=4.5", ""));
        String ratingPosition = position(marquee.put(at.rating(), "/rating?id=heat&userId=8&value=4", ""));

        HttpResponse<String> movie =
                marquee.get(at.movie(), "/movie?id=heat", Positions.HEADER, metadataPosition + "," + ratingPosition);
        assertThat(movie.statusCode()).isEqualTo(200);
        assertThat(movie.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(movie.body())
                .isEqualTo("{\"rating\":4.25,\"metadata\":{\"id\":\"heat\",\"title\":\"Heat\","
                        + "\"director\":\"Michael Mann\",\"year\":1995,\"genres\":[\"Crime\"]}}");
        assertThat(marquee.get(at.rating(), "/rating?id=heat").body()).isEqualTo("4.25");
        assertThat(marquee.get(at.metadata(), "/metadata?id=heat").body()).contains("\"title\":\"Heat\"");
    }

    @Test
    void showsValuesAsNumbersWithoutNoise() throws Exception {
        marquee.put(at.metadata(), "/v1/metadata/numbers", "{\"title\":\"Numbers\"}");
        for (Map.Entry<String, String> rating : Map.of(
                        "1", "4.5", "2", "4.5", "3", "5", "4", "0.5", "5", "3.5", "6", "3.5")
                .entrySet()) {
            position(marquee.put(
                    at.rating(),
                    "/v1/records/movie/numbers/ratings/" + rating.getKey(),
                    "{\"value\":" + rating.getValue() + ",\"ratedAt\":\"2020-01-01T00:00:00Z\"}"));
        }
        String last = position(marquee.put(at.rating(), "/rating?id=numbers&userId=6&value=3", ""));

        String movie = marquee.get(at.movie(), "/v1/movies/numbers", Positions.HEADER, last)
                .body();

        assertThat(movie)
                .isEqualTo("{\"id\":\"numbers\",\"metadata\":{\"id\":\"numbers\",\"title\":\"Numbers\",\"genres\":[]},"
                        + "\"rating\":{\"count\":6,\"sum\":21,\"mean\":3.5,\"histogram\":["
                        + "{\"value\":0.5,\"count\":1},{\"value\":3,\"count\":1},{\"value\":3.5,\"count\":1},"
                        + "{\"value\":4.5,\"count\":2},{\"value\":5,\"count\":1}]}}");
    }

    @Test
    void anEventCarriesNoTraceIfNothingIsTraced() throws Exception {
        HttpResponse<String> written = marquee.put(
                at.rating(),
                "/v1/records/movie/untraced/ratings/7",
                "{\"value\":4}",
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        Position position = Positions.parse(position(written)).all().get(0);
        assertThat(headersAt(position)).isEmpty();
    }

    /** Of the record at a position. */
    private static Headers headersAt(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", at.bootstrapServers(), "max.poll.records", 1),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            List<ConsumerRecord<byte[], byte[]>> read = await().until(
                            () -> consumer.poll(Duration.ofSeconds(1)).records(partition), found -> !found.isEmpty());
            assertThat(read.get(0).offset()).isEqualTo(position.offset());
            return read.get(0).headers();
        }
    }

    @Test
    void aMovieThatNobodyRatedHasCountZeroAndNoMean() throws Exception {
        String position = position(marquee.put(at.metadata(), "/v1/metadata/unrated", "{\"title\":\"Unrated\"}"));

        assertThat(marquee.get(at.movie(), "/v1/movies/unrated", Positions.HEADER, position)
                        .body())
                .endsWith("\"rating\":{\"count\":0,\"sum\":0,\"histogram\":[]}}");
        assertThat(marquee.get(at.movie(), "/movie?id=unrated").body()).doesNotContain("rating");
        assertThat(marquee.get(at.rating(), "/v1/records/movie/unrated/rating").body())
                .isEqualTo("{\"count\":0,\"sum\":0,\"histogram\":[]}");
        assertThat(marquee.get(at.rating(), "/rating?id=unrated").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC/DC",
                "100%",
                "%2F",
                "a,b",
                "Mixed Case",
                "七人の侍",
                "Amélie",
                "dots/../..",
                "+plus+",
                "a&b=c?d#e",
                ".",
                "😀",
                "semi;colon"
            })
    void anyIdWorksInPathsInQueriesAndOverGrpc(String id) throws Exception {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
        ManagedChannel ratings = channel(at.rating());
        ManagedChannel movies = channel(at.movie());
        try {
            String title = "The one called " + id;
            String metadata =
                    position(marquee.put(at.metadata(), "/v1/metadata/" + encoded, "{\"title\":\"" + title + "\"}"));
            position(marquee.put(at.rating(), "/v1/records/movie/" + encoded + "/ratings/" + encoded, "{\"value\":4}"));
            position(marquee.put(at.rating(), "/rating?id=" + encoded + "&userId=2&value=3", ""));
            String rating = RatingServiceGrpc.newBlockingStub(ratings)
                    .putRating(PutRatingRequest.newBuilder()
                            .setRecordId(id)
                            .setUserId("3")
                            .setValue(5)
                            .build())
                    .getPosition();
            String seen = metadata + "," + rating;

            for (String path : new String[] {"/v1/movies/" + encoded, "/v1/movies?ids=" + encoded + ",none"}) {
                assertThat(marquee.get(at.movie(), path, Positions.HEADER, seen).body())
                        .as(path)
                        .contains(title)
                        .contains("\"count\":3,\"sum\":12,\"mean\":4");
            }
            assertThat(marquee.get(at.movie(), "/movie?id=" + encoded).body()).startsWith("{\"rating\":4,");
            assertThat(marquee.get(at.rating(), "/rating?id=" + encoded).body()).isEqualTo("4");
            MovieDetails details = MovieServiceGrpc.newBlockingStub(movies)
                    .getMovieDetails(
                            GetMovieDetailsRequest.newBuilder().setMovieId(id).build())
                    .getMovieDetails();
            assertThat(details.getMetadata().getId()).isEqualTo(id);
            assertThat(details.getRating().getSumHundredths()).isEqualTo(1200);
        } finally {
            ratings.shutdownNow();
            movies.shutdownNow();
        }
    }

    @Test
    void servesTheSameOverGrpc() throws Exception {
        ManagedChannel metadata = channel(at.metadata());
        ManagedChannel ratings = channel(at.rating());
        ManagedChannel movies = channel(at.movie());
        try {
            Metadata ran = Metadata.newBuilder()
                    .setId("ran")
                    .setTitle("Ran")
                    .setYear(1985)
                    .build();
            String metadataPosition = MetadataServiceGrpc.newBlockingStub(metadata)
                    .putMetadata(
                            PutMetadataRequest.newBuilder().setMetadata(ran).build())
                    .getPosition();
            String ratingPosition = RatingServiceGrpc.newBlockingStub(ratings)
                    .putRating(PutRatingRequest.newBuilder()
                            .setRecordId("ran")
                            .setUserId("7")
                            .setValue(4.5)
                            .build())
                    .getPosition();

            BatchGetMovieDetailsResponse batch = MovieServiceGrpc.newBlockingStub(movies)
                    .withInterceptors(
                            MetadataUtils.newAttachHeadersInterceptor(seen(metadataPosition + "," + ratingPosition)))
                    .batchGetMovieDetails(BatchGetMovieDetailsRequest.newBuilder()
                            .addMovieIds("nowhere")
                            .addMovieIds("ran")
                            .build());

            assertThat(batch.getMissingList()).containsExactly("nowhere");
            assertThat(batch.getFound(0).getMetadata()).isEqualTo(ran);
            assertThat(batch.getFound(0).getRating().getMean()).isEqualTo(4.5);
            assertThat(MetadataServiceGrpc.newBlockingStub(metadata)
                            .getMetadata(GetMetadataRequest.newBuilder()
                                    .setMovieId("ran")
                                    .build())
                            .getMetadata())
                    .isEqualTo(ran);
            assertThat(RatingServiceGrpc.newBlockingStub(ratings)
                            .getAggregatedRating(GetAggregatedRatingRequest.newBuilder()
                                    .setRecordId("never rated")
                                    .build())
                            .getRating()
                            .hasMean())
                    .isFalse();
        } finally {
            metadata.shutdownNow();
            ratings.shutdownNow();
            movies.shutdownNow();
        }
    }

    private static io.grpc.Metadata seen(String positions) {
        io.grpc.Metadata headers = new io.grpc.Metadata();
        headers.put(io.grpc.Metadata.Key.of("marquee-position", io.grpc.Metadata.ASCII_STRING_MARSHALLER), positions);
        return headers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/movie                      | 400 | \"field\":\"id\"",
                "/movie?id=                  | 400 | \"expected\":\"1 to 256 bytes of UTF-8 without control characters\"",
                "/movie?id=a&id=b            | 400 | \"field\":\"id\"",
                "/movie?id=unknown           | 404 | there is no metadata for movie unknown",
                "/v1/movies/unknown          | 404 | there is no metadata for movie unknown",
                "/v1/movies?ids=             | 400 | \"field\":\"ids\"",
                "/v1/movies?ids=a%FF         | 400 | \"field\":\"ids\"",
                "/nowhere                    | 404 | /nowhere"
            })
    void explainsWhatIsWrongAsAProblem(String path, int status, String detail) throws Exception {
        HttpResponse<String> response = marquee.get(at.movie(), path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(detail).contains("\"status\":" + status);
    }

    @Test
    void theCommandTopicsShowsEachTopicAndHowFarEachViewIs() throws Exception {
        position(marquee.put(at.metadata(), "/v1/metadata/counted", "{\"title\":\"Counted\"}"));
        position(marquee.put(at.rating(), "/rating?id=counted&userId=7&value=4.5", ""));

        await().untilAsserted(() -> assertThat(topics()).satisfies(shown -> {
            assertThat(viewsOf("rating-aggregator", shown)).containsExactly("fold live 0");
            assertThat(viewsOf("movie", shown)).containsExactly("movie-metadata live 0", "rating-aggregates live 0");
            assertThat(viewsOf("metadata", shown)).containsExactly("movie-metadata live 0");
        }));
        String topics = topics();
        assertThat(topics)
                .contains("Kafka at " + at.bootstrapServers() + ", generation 1 of the ratings view is live.")
                .containsPattern("(?m)^ratings +6 +[1-9][0-9]* +[0-9.]+ (Ki)?B$")
                .containsPattern("(?m)^movie-metadata +1 +up to ")
                .containsPattern("(?m)^ratings-dlq +1 ")
                .containsPattern("(?m)^marquee-control +1 +up to 2 ")
                .containsPattern("(?m)^marquee-g1-rating-aggregates-changelog +6 +up to ")
                .containsPattern("(?m)^marquee-g1-ratings-by-user-changelog +6 +up to ")
                .containsPattern("(?m)^rating +" + at.rating().grpc() + " ")
                .contains("Dead letters: 0")
                .doesNotContain("Not shown");
    }

    @Test
    void theCommandTopicsNamesAProcessThatIsAwayAndShowsTheRest() throws Exception {
        String nobody = RunningMarquee.closedAddress();

        assertThat(topics("--metadata-address=" + nobody, "--partitions"))
                .contains("Not shown: no metadata answers at " + nobody + ": ")
                .contains("ratings/5 ")
                .containsPattern("(?m)^movie +" + at.movie().grpc() + " +rating-aggregates +live ");
    }

    @Test
    void theCommandTopicsNamesABrokerThatIsAway() throws Exception {
        String nobody = RunningMarquee.closedAddress();
        RecordedTerminal terminal = RecordedTerminal.piped();

        int exitCode = MarqueeCommand.commandLine(terminal.terminal())
                .execute(
                        "topics",
                        "--bootstrap-servers=" + nobody,
                        "--kafka",
                        "default.api.timeout.ms=1000",
                        "--kafka",
                        "request.timeout.ms=1000");

        assertThat(exitCode).isEqualTo(3);
        assertThat(terminal.err()).startsWith("marquee: no Kafka broker answered at " + nobody + ": ");
    }

    /** Each view of a service with its state and its lag. */
    private static List<String> viewsOf(String service, String shown) {
        return shown.lines()
                .map(line -> line.split(" +", -1))
                .filter(cells -> cells.length == 5 && cells[0].equals(service))
                .map(cells -> String.join(" ", List.of(cells).subList(2, 5)))
                .toList();
    }

    private static String topics(String... more) {
        RecordedTerminal terminal = RecordedTerminal.piped();
        List<String> arguments = new ArrayList<>(List.of(
                "topics",
                "--bootstrap-servers=" + at.bootstrapServers(),
                "--rating-address=" + at.rating().grpc(),
                "--movie-address=" + at.movie().grpc(),
                "--aggregator-address=" + at.aggregator().grpc()));
        arguments.addAll(List.of(more));
        if (more.length == 0) {
            arguments.add("--metadata-address=" + at.metadata().grpc());
        }
        assertThat(MarqueeCommand.commandLine(terminal.terminal()).execute(arguments.toArray(String[]::new)))
                .as(terminal.err())
                .isZero();
        return terminal.out();
    }

    private static String position(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.headers().firstValue(Positions.HEADER).orElseThrow();
    }

    private static ManagedChannel channel(Addresses.Service service) {
        return Grpc.newChannelBuilder(service.grpc(), InsecureChannelCredentials.create())
                .build();
    }
}
