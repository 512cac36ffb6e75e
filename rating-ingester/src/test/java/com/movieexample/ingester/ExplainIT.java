package com.movieexample.ingester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an average is what it is, over HTTP. The router takes no part: it would add copies of what is misplaced. */
@Timeout(90)
class ExplainIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 3;
    private static final RecordKey AC_DC = new RecordKey("concert", "AC/DC 100%");
    private static final String PATH = "/v1/records/concert/AC%2FDC%20100%25/explain";
    private static final int HOME = Partitioning.partitionOf(AC_DC.bytes(), PARTITIONS);
    private static final long TIME = 1_000_000_000_000L;

    private static MarqueeLog log;
    private static RawTopic ratings;
    private static IngesterProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("explain", PARTITIONS);
        ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        ratings.append(List.of(
                entry(put("neo", 450, 10)),
                entry(put("neo", 400, 20)),
                entry(put("neo", 400, 20)),
                entry(put("neo", 100, 5)),
                entry(put("trinity", 300, 10)),
                entry(delete("trinity", 11)),
                entry(put("morpheus", 425, 10)),
                ratings.entry(HOME, AC_DC.bytes(), "garbage".getBytes(UTF_8)),
                // A misplaced one is copied by the router, so its user tells who is copied.
                ratings.entry(HOME, null, put("cypher", 500, 10).toByteArray()),
                entry(put("tank", 250, 10)),
                // Of another partition, and of other types and records on this one.
                ratings.entry(
                        (HOME + 1) % PARTITIONS,
                        AC_DC.bytes(),
                        put("dozer", 500, 10).toByteArray())));
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RatingEvent put(String user, int value, long time) {
        return RatingEvent.newBuilder()
                .setRecordType(AC_DC.type())
                .setRecordId(AC_DC.id())
                .setUserId(user)
                .setValue(value)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setProviderId("box office")
                .setRatedAt(TIME + time)
                .build();
    }

    private static RatingEvent delete(String user, long time) {
        return put(user, 0, time).toBuilder()
                .clearValue()
                .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                .build();
    }

    private static ProducerRecord<byte[], byte[]> entry(RatingEvent event) {
        return ratings.entry(HOME, AC_DC.bytes(), event.toByteArray());
    }

    private static JsonNode explain(String query) throws Exception {
        HttpResponse<String> answer = http.get(PATH + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Map<String, Integer> counts(JsonNode explained) {
        Map<String, Integer> counts = new TreeMap<>();
        explained
                .get("categories")
                .forEach(category -> counts.put(
                        category.get("category").asText(), category.get("count").asInt()));
        return counts;
    }

    private static JsonNode category(JsonNode explained, String name) {
        for (JsonNode category : explained.get("categories")) {
            if (category.get("category").asText().equals(name)) {
                return category;
            }
        }
        throw new AssertionError("no category " + name);
    }

    private static String position(long offset) {
        return log.topics().ratings().name() + "/" + HOME + ":" + offset;
    }

    @Test
    void tellsWhatBecameOfEachEventOfARecord() throws Exception {
        // Of one user: the router's copies, which may come at any time, are other users'.
        JsonNode neo = explain("?userId=neo");

        assertThat(neo.get("recordType").asText()).isEqualTo("concert");
        assertThat(neo.get("recordId").asText()).isEqualTo("AC/DC 100%");
        assertThat(neo.get("userId").asText()).isEqualTo("neo");
        assertThat(neo.get("events").asInt()).isEqualTo(4);
        assertThat(counts(neo))
                .isEqualTo(Map.of(
                        "counted",
                        1,
                        "replaced",
                        1,
                        "deleted",
                        0,
                        "late",
                        1,
                        "duplicate",
                        1,
                        "bad",
                        0,
                        "misplaced",
                        0));
        assertThat(category(neo, "replaced").get("events").toString())
                .isEqualTo(("[{\"position\":\"%s\",\"userId\":\"neo\",\"eventType\":\"put\",\"value\":4.5,"
                                + "\"ratedAt\":\"2001-09-09T01:46:40.010Z\",\"explicit\":true,"
                                + "\"providerId\":\"box office\",\"category\":\"replaced\",\"by\":\"%s\"}]")
                        .formatted(position(0), position(1)));
        assertThat(category(neo, "late").at("/events/0/by").asText()).isEqualTo(position(1));
        assertThat(category(neo, "duplicate").at("/events/0/by").asText()).isEqualTo(position(1));
    }

    @Test
    void allCategoriesAddUpToTheEventsOfTheRecord() throws Exception {
        JsonNode all = explain("");

        Map<String, Integer> counts = counts(all);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(all.get("events").asInt());
        assertThat(counts).containsEntry("bad", 2).containsEntry("misplaced", 1).containsEntry("deleted", 2);
        assertThat(category(all, "bad").get("events").findValuesAsText("reason"))
                .satisfiesExactly(
                        offScale -> assertThat(offScale).startsWith("value is \"4.25\", expected 0.5 to 5"),
                        garbage -> assertThat(garbage).startsWith("value can't be read as a RatingEvent"));
        assertThat(category(all, "misplaced").at("/events/0/reason").asText())
                .isEqualTo("key is missing, expected \"concert/AC%2FDC 100%25\"");
        assertThat(category(all, "deleted").at("/events/0/by").asText()).isEqualTo(position(5));
    }

    @Test
    void theScoreComesWithAllThatItIsMadeOf() throws Exception {
        JsonNode given = explain("?prior=3.5&minimum=2");
        long count = given.at("/rating/count").asLong();
        double sum = given.at("/rating/sum").asDouble();

        assertThat(given.at("/weightedScore/minimum").asInt()).isEqualTo(2);
        assertThat(given.at("/weightedScore/prior").asDouble()).isEqualTo(3.5);
        assertThat(given.at("/weightedScore/priorFrom").asText()).isEqualTo("request");
        assertThat(given.at("/weightedScore/priorCount").isMissingNode()).isTrue();
        assertThat(given.at("/weightedScore/score").asDouble())
                .isCloseTo((sum + 2 * 3.5) / (count + 2), org.assertj.core.data.Offset.offset(0.00005));

        JsonNode whole = explain("");
        JsonNode own = whole.get("weightedScore");
        assertThat(own.get("priorFrom").asText()).isEqualTo("partition");
        // Nothing else of its type is in the partition.
        assertThat(own.get("priorCount")).isEqualTo(whole.at("/rating/count"));
        assertThat(own.get("prior")).isEqualTo(whole.at("/rating/mean"));
        assertThat(own.get("minimum").asInt()).isEqualTo(25);
    }

    @Test
    void theListsAreBoundedAndSayHowManyMoreThereAre() throws Exception {
        JsonNode none = explain("?limit=0&userId=neo");

        assertThat(category(none, "counted").get("events")).isEmpty();
        assertThat(category(none, "counted").get("more").asInt()).isEqualTo(1);
        assertThat(none.get("events").asInt()).isEqualTo(4);
    }

    @Test
    void aRecordThatNobodyRatedHasNoEvents() throws Exception {
        HttpResponse<String> answer = http.get("/v1/records/play/none/explain");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode explained = JSON.readTree(answer.body());
        assertThat(explained.get("events").asInt()).isZero();
        assertThat(explained.at("/rating/count").asInt()).isZero();
        assertThat(explained.has("weightedScore")).isFalse();
    }

    @Test
    void saysWhichPartOfTheLogItReflects() throws Exception {
        HttpResponse<String> answer = http.get(PATH, Positions.HEADER, position(9));

        JsonNode scanned = JSON.readTree(answer.body()).get("scanned");
        assertThat(scanned.get("partition").asInt()).isEqualTo(HOME);
        assertThat(scanned.get("from").asInt()).isZero();
        assertThat(answer.headers().firstValue(Positions.HEADER))
                .contains(position(scanned.get("end").asLong() - 1));
        assertThat(http.get(PATH, Positions.HEADER, position(1_000_000)).statusCode())
                .isEqualTo(504);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=1001   | limit is \"1001\", expected a whole number from 0 to 1000",
                "?limit=many   | limit is \"many\", expected a whole number from 0 to 1000",
                "?minimum=-1   | minimum is \"-1\", expected a whole number from 0 to 1000000000",
                "?prior=much   | prior is \"much\", expected a number from 0 to 10000 with at most four decimals",
                "?userId=      | userId is empty, expected 1 to 256 bytes of UTF-8",
            })
    void whatIsNoQuestionIsRefused(String query, String detail) throws Exception {
        HttpResponse<String> answer = http.get(PATH + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).startsWith(detail);
    }

    @Test
    void aRecordTypeThatIsNoneIsRefused() throws Exception {
        HttpResponse<String> answer = http.get("/v1/records/movie/%00/explain");

        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
