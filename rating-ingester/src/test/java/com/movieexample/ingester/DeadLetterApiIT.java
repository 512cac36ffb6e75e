package com.movieexample.ingester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dead letters over HTTP. */
@Timeout(90)
class DeadLetterApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/dead-letters";
    private static final String PATCH = "application/merge-patch+json";
    private static final long TIME = 1_700_000_000_000L;
    private static final RatingEvent GOOD = RatingEvent.newBuilder()
            .setRecordType("movie")
            .setRecordId("603")
            .setUserId("neo")
            .setValue(400)
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .build();
    private static final byte[] OFF_SCALE =
            GOOD.toBuilder().setValue(425).build().toByteArray();
    private static final byte[] GARBAGE = "garbage".getBytes(UTF_8);

    private final MarqueeLog log = TestLogs.open("dead-letter-api", 3);
    private final WrittenRatings written = new WrittenRatings(log);
    private IngesterProcess service;
    private HttpCaller http;

    @BeforeEach
    void start() throws Exception {
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
        http = service.http();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Position origin(long offset) {
        return new Position(log.topics().ratings().name(), 1, offset);
    }

    /** Puts a letter into the topic, as the router would for an event at this offset. */
    private void letter(long offset, byte[] value) throws Exception {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", "t1".getBytes(UTF_8));
        ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>(
                log.topics().ratings().name(),
                1,
                offset,
                TIME + offset,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                "some key".getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
        String topic = log.topics().deadLetters().name();
        new RawTopic(log.clients(), topic)
                .append(List.of(DeadLetter.of(event, "reason " + offset).toRecord(topic)));
    }

    private String path(long offset) {
        return PATH + "/" + URLEncoder.encode(origin(offset).toString(), UTF_8);
    }

    private HttpResponse<String> resubmit(long offset, String contentType, String patch) throws Exception {
        return http.post(path(offset) + "/resubmit", contentType, patch.getBytes(UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private ConsumerRecord<byte[], byte[]> eventOf(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String position = json(answer).get("position").asText();
        assertThat(answer.headers().firstValue(Positions.HEADER)).contains(position);
        return written.at(Position.parse(position));
    }

    @Test
    void listsThemInPagesByTheTimeAtWhichTheLogTookThem() throws Exception {
        for (long offset : new long[] {7, 5, 6, 5, 9}) {
            letter(offset, GARBAGE);
        }

        List<String> origins = new ArrayList<>();
        JsonNode page = json(http.get(PATH + "?pageSize=3"));
        page.get("deadLetters")
                .forEach(letter -> origins.add(letter.get("origin").asText()));
        assertThat(origins).hasSize(3);
        assertThat(page.at("/deadLetters/0/time").asText()).isEqualTo("2023-11-14T22:13:20.005Z");
        assertThat(page.at("/deadLetters/0/reason").asText()).isEqualTo("reason 5");
        http.delete(path(7));
        page = json(http.get(
                PATH + "?pageSize=3&pageToken=" + page.get("nextPageToken").asText()));
        page.get("deadLetters")
                .forEach(letter -> origins.add(letter.get("origin").asText()));

        assertThat(page.has("nextPageToken")).isFalse();
        assertThat(origins)
                .containsExactly(
                        origin(5).toString(),
                        origin(6).toString(),
                        origin(7).toString(),
                        origin(9).toString());
    }

    @Test
    void saysWhenThereIsNone() throws Exception {
        assertThat(http.get(PATH).body()).isEqualTo("{\"deadLetters\":[]}");
    }

    @Test
    void showsAllThereIsOfOne() throws Exception {
        letter(5, OFF_SCALE);
        letter(6, GARBAGE);

        JsonNode shown = json(http.get(path(5)));

        assertThat(shown.get("origin").asText()).isEqualTo(origin(5).toString());
        assertThat(shown.get("reason").asText()).isEqualTo("reason 5");
        assertThat(shown.get("key").asText()).isEqualTo(Base64.getEncoder().encodeToString("some key".getBytes(UTF_8)));
        assertThat(shown.at("/headers/0/name").asText()).isEqualTo("trace");
        assertThat(shown.get("value").asText()).isEqualTo(Base64.getEncoder().encodeToString(OFF_SCALE));
        assertThat(shown.get("size").asInt()).isEqualTo(OFF_SCALE.length);
        assertThat(shown.get("event"))
                .isEqualTo(JSON.readTree(
                        "{\"userId\":\"neo\",\"recordId\":\"603\",\"recordType\":\"movie\",\"value\":4.25}"));
        assertThat(json(http.get(path(6))).has("event")).isFalse();
    }

    @Test
    void aResubmittedEventIsInItsRightPlaceWithItsTimeAndItsOrigin() throws Exception {
        letter(5, GOOD.toByteArray());

        HttpResponse<String> answer = http.post(path(5) + "/resubmit");

        ConsumerRecord<byte[], byte[]> event = eventOf(answer);
        assertThat(json(answer).get("ratedAt").asText()).isEqualTo("2023-11-14T22:13:20.005Z");
        assertThat(event.key()).isEqualTo(RecordKey.movie("603").bytes());
        assertThat(event.partition()).isEqualTo(Partitioning.partitionOf(event.key(), 3));
        assertThat(RatingEvent.parseFrom(event.value()))
                .isEqualTo(GOOD.toBuilder().setRatedAt(TIME + 5).build());
        assertThat(event.headers())
                .extracting(Header::key, header -> new String(header.value(), UTF_8))
                .containsExactly(
                        tuple("trace", "t1"), tuple("marquee-origin", origin(5).toString()));
        assertThat(http.get(path(5)).statusCode()).isEqualTo(404);
        assertThat(http.get("/metrics").body())
                .contains("marquee_dead_letters_total{outcome=\"resubmitted\",service=\"rating\"} 1.0")
                .contains("marquee_dead_letters_total{outcome=\"dropped\",service=\"rating\"} 0.0");
    }

    @Test
    void anEventCanBeMendedOnTheWay() throws Exception {
        letter(5, OFF_SCALE);
        letter(6, OFF_SCALE);

        RatingEvent mended = RatingEvent.parseFrom(eventOf(resubmit(5, PATCH, "{\"value\":4.5,\"recordId\":\"604\"}"))
                .value());
        RatingEvent deleted = RatingEvent.parseFrom(
                eventOf(resubmit(6, "application/json", "{\"eventType\":\"delete\",\"value\":null}"))
                        .value());

        assertThat(mended)
                .isEqualTo(GOOD.toBuilder()
                        .setValue(450)
                        .setRecordId("604")
                        .setRatedAt(TIME + 5)
                        .build());
        assertThat(deleted)
                .isEqualTo(GOOD.toBuilder()
                        .clearValue()
                        .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                        .setRatedAt(TIME + 6)
                        .build());
    }

    @Test
    void anEventThatBreaksARuleIsRefusedByNameAndItsLetterStays() throws Exception {
        letter(5, OFF_SCALE);
        long before = written.count();

        JsonNode asItIs = json(http.post(path(5) + "/resubmit"));
        JsonNode worse = json(resubmit(5, PATCH, "{\"value\":4.5,\"ratedAt\":\"2999-01-01T00:00:00Z\"}"));
        JsonNode misspelt = json(resubmit(5, PATCH, "{\"valeu\":null}"));

        assertThat(asItIs.get("status").asInt()).isEqualTo(400);
        assertThat(asItIs.get("field").asText()).isEqualTo("value");
        assertThat(asItIs.get("detail").asText()).isEqualTo("value is \"4.25\", expected 0.5 to 5 in steps of 0.5");
        assertThat(worse.get("field").asText()).isEqualTo("ratedAt");
        assertThat(misspelt.get("field").asText()).isEqualTo("valeu");
        assertThat(written.count()).isEqualTo(before);
        assertThat(http.get(path(5)).statusCode()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoEventNeedAWholeOne() throws Exception {
        letter(5, GARBAGE);

        HttpResponse<String> refused = http.post(path(5) + "/resubmit");
        HttpResponse<String> partly = resubmit(5, PATCH, "{\"value\":4}");
        HttpResponse<String> whole = resubmit(5, PATCH, "{\"userId\":\"neo\",\"recordId\":\"603\",\"value\":4}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("event is \\\"7 bytes that are none\\\", expected a whole event as JSON in its place");
        assertThat(partly.body()).contains("recordId is empty, expected");
        assertThat(RatingEvent.parseFrom(eventOf(whole).value()))
                .isEqualTo(GOOD.toBuilder().setRatedAt(TIME + 5).build());
    }

    @Test
    void aDroppedOneIsGone() throws Exception {
        letter(5, GOOD.toByteArray());
        letter(6, GOOD.toByteArray());
        long before = written.count();

        assertThat(http.delete(path(5)).statusCode()).isEqualTo(204);

        assertThat(http.get(path(5)).statusCode()).isEqualTo(404);
        assertThat(http.delete(path(5)).statusCode()).isEqualTo(404);
        assertThat(http.post(path(5) + "/resubmit").statusCode()).isEqualTo(404);
        assertThat(http.get(path(6)).statusCode()).isEqualTo(200);
        assertThat(written.count()).isEqualTo(before);
        assertThat(http.get("/metrics").body())
                .contains("marquee_dead_letters_total{outcome=\"dropped\",service=\"rating\"} 1.0");
    }

    @Test
    void wrongRequestsAreNamed() throws Exception {
        letter(5, GOOD.toByteArray());

        assertThat(http.get(PATH + "/nowhere").body())
                .contains("\"field\":\"origin\"", "\"status\":400", "topic/partition:offset");
        assertThat(http.get(path(6)).body()).contains("there is no dead letter of " + origin(6), "\"status\":404");
        assertThat(http.get(PATH + "?pageSize=0").body()).contains("pageSize is \\\"0\\\", expected 1 to 1000");
        assertThat(http.get(PATH + "?pageToken=x").body()).contains("\"field\":\"pageToken\"");
        assertThat(resubmit(5, "text/plain", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void withoutKafkaItSaysSo() throws Exception {
        try (IngesterProcess alone = IngesterProcess.start(TestLogs.unreachable(), new InMemoryServiceRegistry())) {
            HttpResponse<String> answer = alone.http().get(PATH);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("the dead letters can't be read: ");
        }
    }
}
