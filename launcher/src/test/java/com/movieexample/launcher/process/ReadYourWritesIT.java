package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Positions;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes through the services and past them, and what reads make of the positions. Each test has movies of its own. */
class ReadYourWritesIT {
    private static final int PARTITIONS = 6;
    private static final byte[] GARBAGE = "garbage".getBytes(StandardCharsets.UTF_8);

    private static RunningMarquee marquee;
    private static Addresses at;
    private static RawTopic ratings;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        marquee = RunningMarquee.start(folder);
        at = marquee.addresses();
        ratings = new RawTopic(new KafkaClients(at.bootstrapServers(), Map.of()), "ratings");
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    private static int partitionOf(String movie) {
        return Partitioning.partitionOf(RecordKey.movie(movie).bytes(), PARTITIONS);
    }

    /** Another movie whose events are in the same partition. */
    private static String neighbourOf(String movie) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> movie + "-neighbour-" + i)
                .filter(other -> partitionOf(other) == partitionOf(movie))
                .findFirst()
                .orElseThrow();
    }

    private static String rate(String movie, String user) throws Exception {
        return positionOf(marquee.put(at.rating(), "/rating?id=" + movie + "&userId=" + user + "&value=4", ""));
    }

    private static String positionOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue(Positions.HEADER).orElseThrow();
    }

    private static byte[] event(String movie, String user) {
        RatedEvent event = new RatedEvent(RecordKey.movie(movie), user, OptionalInt.of(450), OptionalLong.empty());
        return event.toMessage().toByteArray();
    }

    @Test
    void twoMoviesOfOnePartitionAreRightAtTheLaterPosition() throws Exception {
        String one = "pair";
        String other = neighbourOf(one);
        for (String movie : List.of(one, other)) {
            positionOf(marquee.put(at.metadata(), "/v1/metadata/" + movie, "{\"title\":\"Pair\"}"));
        }
        String metadata = positionOf(marquee.put(at.metadata(), "/v1/metadata/" + other, "{\"title\":\"Pair\"}"));

        rate(one, "7");
        List<ProducerRecord<byte[], byte[]>> bad = List.of(
                ratings.entry(partitionOf(one), RecordKey.movie(one).bytes(), GARBAGE),
                ratings.entry(partitionOf(one), null, event(one, "8")));
        ratings.append(bad);
        String later = rate(other, "7");

        for (String movie : List.of(one, other)) {
            String atLeast = metadata + "," + later;
            assertThat(marquee.get(at.movie(), "/v1/movies/" + movie, Positions.HEADER, atLeast)
                            .body())
                    .containsPattern("\"count\":[12],");
            assertThat(marquee.get(at.rating(), "/v1/records/movie/" + movie + "/rating", Positions.HEADER, later)
                            .body())
                    .containsPattern("\"count\":[12],");
        }
        String rated = "/v1/records/movie/" + one + "/ratings/7";
        assertThat(marquee.get(at.rating(), rated, Positions.HEADER, later).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatForeignClientsProduceCountsOnce() throws Exception {
        String movie = "foreign";
        String metadata = positionOf(marquee.put(at.metadata(), "/v1/metadata/" + movie, "{\"title\":\"Foreign\"}"));
        byte[] right = RecordKey.movie(movie).bytes();
        int elsewhere = (partitionOf(movie) + 1) % PARTITIONS;

        ratings.append(List.of(
                ratings.entry(partitionOf(movie), right, event(movie, "in place")),
                ratings.entry(elsewhere, right, event(movie, "another partition")),
                ratings.entry(partitionOf(movie), null, event(movie, "no key")),
                ratings.entry(partitionOf(movie), GARBAGE, event(movie, "a wrong key"))));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(marquee.get(at.movie(), "/v1/movies/" + movie, Positions.HEADER, metadata)
                                        .body())
                                .contains("\"rating\":{\"count\":4,\"sum\":18,"));
    }

    @Test
    void aRatingThatWasDeletedIsGone() throws Exception {
        String rating = "/v1/records/movie/deleted/ratings/7";
        String put = positionOf(marquee.put(at.rating(), rating, "{\"value\":4.5}"));
        assertThat(marquee.get(at.rating(), rating, Positions.HEADER, put).body())
                .startsWith("{\"userId\":\"7\",\"value\":4.5,\"ratedAt\":\"");

        String deleted = positionOf(marquee.delete(at.rating(), rating));

        assertThat(marquee.get(at.rating(), rating, Positions.HEADER, deleted).statusCode())
                .isEqualTo(404);
        assertThat(marquee.get(at.rating(), "/v1/records/movie/deleted/rating", Positions.HEADER, deleted)
                        .body())
                .isEqualTo("{\"count\":0,\"sum\":0,\"histogram\":[]}");
    }

    @Test
    void everyServiceRefusesAPositionOfTheFuture() throws Exception {
        String future = "ratings/0:1000000";

        for (HttpResponse<String> refused : List.of(
                marquee.get(at.movie(), "/movie?id=603", Positions.HEADER, future),
                marquee.get(at.rating(), "/v1/records/movie/" + inPartition0() + "/rating", Positions.HEADER, future),
                marquee.get(at.metadata(), "/metadata?id=603", Positions.HEADER, "movie-metadata/0:1000000"))) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"Marquee-Position\"", "a position before the log's end, ");
        }
    }

    private static String inPartition0() {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(Integer::toString)
                .filter(movie -> partitionOf(movie) == 0)
                .findFirst()
                .orElseThrow();
    }
}
