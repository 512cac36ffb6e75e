package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Acknowledgement;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.Visibility;
import com.movieexample.launcher.grpc.ServiceChannels;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import io.grpc.ManagedChannel;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes through the services and past them, and what reads make of the positions. Each test has movies of its own. */
class ReadYourWritesIT {
    private static final int PARTITIONS = 6;
    private static final Pattern WRITTEN = Pattern.compile("\"position\":\"([^\"]+)\"");
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
    void aWriteCanBeAnsweredWhenItIsVisible() throws Exception {
        String rating = "/v1/records/movie/visible/ratings/7";
        String[] visibly = {"Prefer", "respond-async, ack=visible"};

        HttpResponse<String> counted =
                marquee.put(at.rating(), rating, "{\"value\":4.5,\"ratedAt\":\"2026-01-02T00:00:00Z\"}", visibly);
        HttpResponse<String> superseded =
                marquee.put(at.rating(), rating, "{\"value\":1,\"ratedAt\":\"2026-01-01T00:00:00Z\"}", visibly);
        HttpResponse<String> deleted = marquee.delete(at.rating(), rating, visibly);

        assertThat(counted.body())
                .endsWith("\"ratedAt\":\"2026-01-02T00:00:00Z\",\"outcome\":\"counted\",\"rating\":{\"count\":1,"
                        + "\"sum\":4.5,\"mean\":4.5,\"histogram\":[{\"value\":4.5,\"count\":1}]}}");
        assertThat(counted.headers().firstValue("Preference-Applied")).contains("ack=visible");
        assertThat(counted.headers().firstValue(Positions.HEADER)).isPresent();
        assertThat(superseded.body()).contains("\"outcome\":\"superseded\"", "\"sum\":4.5");
        assertThat(deleted.body()).contains("\"outcome\":\"counted\"", "\"count\":0");
    }

    @Test
    void whatIsVisibleIsCommitted() throws Exception {
        String[] visibly = {"Prefer", "ack=visible"};
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer =
                    marquee.put(at.rating(), "/rating?id=committed&userId=" + i + "&value=4", "", visibly);
            Matcher position = WRITTEN.matcher(answer.body());

            assertThat(position.find()).as(answer.body()).isTrue();
            Position written = Position.parse(position.group(1));
            assertThat(committed(written.partition())).isGreaterThan(written.offset());
        }
    }

    /** What the fold's group has passed in a partition of the log. */
    private static long committed(int partition) throws Exception {
        try (Admin admin = new KafkaClients(at.bootstrapServers(), Map.of()).admin("test")) {
            return admin.listConsumerGroupOffsets(new Topics("", PARTITIONS, 1).applicationId(1))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition("ratings", partition))
                    .offset();
        }
    }

    @Test
    void overGrpcAWriteCanBeAnsweredWhenItIsVisibleToo() {
        ManagedChannel channel = ServiceChannels.to(at.rating().grpc()).build();
        try {
            PutRatingResponse put = RatingServiceGrpc.newBlockingStub(channel)
                    .putRating(PutRatingRequest.newBuilder()
                            .setRecordType("movie")
                            .setRecordId("visible-over-grpc")
                            .setUserId("neo")
                            .setValue(4)
                            .setAcknowledgement(Acknowledgement.ACKNOWLEDGEMENT_VISIBLE)
                            .build());

            assertThat(put.getVisibility().getOutcome()).isEqualTo(Visibility.Outcome.OUTCOME_COUNTED);
            assertThat(put.getVisibility().getRating().getCount()).isEqualTo(1);
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void refusesALevelOfAcknowledgementThatThereIsNot() throws Exception {
        HttpResponse<String> refused =
                marquee.put(at.rating(), "/rating?id=603&userId=7&value=4", "", "Prefer", "ack=fsynced");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Prefer is \\\"ack=fsynced\\\", expected ack=committed or ack=visible");
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
