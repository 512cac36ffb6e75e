package com.movieexample.ingester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches and streams over HTTP. */
class RatingIntakeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/ratings";
    private static final RatingEvent GOOD = RatingEvent.newBuilder()
            .setRecordType("movie")
            .setRecordId("603")
            .setUserId("trinity")
            .setValue(400)
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .setRatedAt(1_000_000_000_000L)
            .build();

    private static MarqueeLog log;
    private static IngesterProcess service;
    private static HttpCaller http;
    private static WrittenRatings written;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("intake", 1);
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
        http = service.http();
        written = new WrittenRatings(log);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return http.post(PATH, "application/json", json.getBytes(UTF_8));
    }

    @Test
    void aBatchIsTakenInItsOrderAndSaysWhereEachEventIs() throws Exception {
        HttpResponse<String> answer = post("""
                [{"userId":"neo","recordId":"603","value":4.5,"ratedAt":"2001-09-09T01:46:40.123Z"},
                 {"userId":"neo","recordId":"Am\u00e9lie","recordType":"film","value":3,"providerId":"kino"},
                 {"userId":"neo","recordId":"603","eventType":"delete"}]
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode items = JSON.readTree(answer.body()).get("items");
        assertThat(items).hasSize(3);
        RatingEvent first = eventAt(items.get(0));
        assertThat(first.getValue()).isEqualTo(450);
        assertThat(first.getRatedAt()).isEqualTo(1_000_000_000_123L);
        assertThat(items.get(0).get("ratedAt").asText()).isEqualTo("2001-09-09T01:46:40.123Z");
        assertThat(written.at(position(items.get(1))).key()).isEqualTo(new RecordKey("film", "Am\u00e9lie").bytes());
        assertThat(eventAt(items.get(1)).getProviderId()).isEqualTo("kino");
        RatingEvent last = eventAt(items.get(2));
        assertThat(last.getType()).isEqualTo(RatingEventType.RATING_EVENT_TYPE_DELETE);
        assertThat(last.hasRatedAt()).isFalse();
        assertThat(position(items.get(2)).offset())
                .isGreaterThan(position(items.get(0)).offset());
        assertThat(answer.headers().firstValue(Positions.HEADER))
                .contains(position(items.get(2)).toString());
    }

    private static Position position(JsonNode item) {
        return Position.parse(item.get("position").asText());
    }

    private static RatingEvent eventAt(JsonNode item) throws InvalidProtocolBufferException {
        return RatingEvent.parseFrom(written.at(position(item)).value());
    }

    @Test
    void ofABatchEachBadEventIsRefusedAloneWithAPointerToItsField() throws Exception {
        HttpResponse<String> answer = post("""
                [{"userId":"neo","recordId":"603","value":9},
                 {"userId":"neo","recordId":"603","value":4},
                 {"userId":"neo","recordId":"603","valeu":4},
                 17,
                 {"userId":"neo","recordId":"603","eventType":"delete","value":4}]
                """);

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode items = JSON.readTree(answer.body()).get("items");
        assertThat(items.findValuesAsText("pointer")).containsExactly("#/0/value", "#/2/valeu", "#/3", "#/4/value");
        assertThat(items.get(0).at("/problem/expected").asText()).contains("0.5");
        assertThat(items.get(0).at("/problem/status").asInt()).isEqualTo(400);
        assertThat(eventAt(items.get(1)).getValue()).isEqualTo(400);
    }

    @Test
    void aBatchOfBadEventsIsRefused() throws Exception {
        long before = written.count();

        HttpResponse<String> answer = post("[{\"userId\":\"\",\"recordId\":\"603\",\"value\":4}]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"#/0/userId\"");
        assertThat(answer.headers().firstValue(Positions.HEADER)).isEmpty();
        assertThat(written.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}              | body is \"an object\", expected an array",
                "[               | expected well-formed JSON",
                "[{\"userId\":1] | expected well-formed JSON",
                "[]              | body is \"0 events\", expected 1 to 1000 events",
                "[] []           | expected one value and nothing after it",
                "''              | body is empty, expected an array",
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body, String detail) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(detail);
    }

    @Test
    void aBatchIsBounded() throws Exception {
        String event = "{\"userId\":\"neo\",\"recordId\":\"603\",\"value\":4}";

        HttpResponse<String> answer = post("[" + String.join(",", Collections.nCopies(1_001, event)) + "]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 1000 elements", "at most 1000 elements");
    }

    @Test
    void aBatchOfMessagesIsBounded() throws Exception {
        HttpResponse<String> answer = http.post(PATH, RatingBatch.PROTOBUF, new byte[1_001]);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 1000 events", "1 to 1000 events");
    }

    @Test
    void takesMessagesThatFollowTheirLengths() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        GOOD.writeDelimitedTo(body);
        GOOD.toBuilder().setValue(401).build().writeDelimitedTo(body);
        body.writeBytes(new byte[] {2, 8, -1});

        HttpResponse<String> answer = http.post(PATH, "application/x-protobuf", body.toByteArray());

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode items = JSON.readTree(answer.body()).get("items");
        assertThat(eventAt(items.get(0))).isEqualTo(GOOD);
        assertThat(items.findValuesAsText("pointer")).containsExactly("#/1/value", "#/2");
    }

    @Test
    void messagesThatBreakOffAreRefusedAsAWhole() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        GOOD.writeDelimitedTo(body);
        GOOD.writeDelimitedTo(body);

        HttpResponse<String> answer =
                http.post(PATH, "application/x-protobuf", Arrays.copyOf(body.toByteArray(), body.size() - 1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("broken off in event 1", "each event after its length as a varint");
    }

    @Test
    void aStreamNamesItsRefusedLinesAndCountsTheOthers() throws Exception {
        HttpResponse<String> answer = http.postStream(PATH, "application/x-ndjson", """
                {"userId":"neo","recordId":"stream","value":4}
                {"userId":"neo","recordId":"stream","value":400}
                {"userId":"neo","recordId":"stream","value":2}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"line\":2,").contains("\"field\":\"value\"");
        assertThat(lines.get(1)).startsWith("{\"summary\":{\"taken\":2,\"refused\":1,\"position\":");
        assertThat(written.of(RecordKey.movie("stream"))).hasSize(2);
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpResponse<String> answer = http.post(PATH, "text/csv", "a,b".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .contains("the content type is text/csv, expected application/json, application/x-protobuf or "
                        + "application/x-ndjson");
    }
}
