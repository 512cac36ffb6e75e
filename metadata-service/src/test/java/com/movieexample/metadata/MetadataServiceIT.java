package com.movieexample.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.Metadata;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataServiceIT {
    private static final String MATRIX = """
            {"id":"603","title":"The Matrix","description":"What is real?","director":"Lana & Lilly Wachowski",\
            "year":1999,"genres":["Action","Sci-Fi"],"externalIds":{"imdb":"tt0133093"}}""";

    @TempDir
    private static Path folder;

    private static MarqueeLog log;
    private static MetadataProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("metadata", 1);
        service = MetadataProcess.start(log, folder).awaitReady();
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void documentsEachOfItsRoutes() {
        assertThat(http.api().orElseThrow().routes()).containsExactlyInAnyOrderElementsOf(service.routes());
    }

    @Test
    void keepsAllThatIsPutInTheSeedsStyle() throws Exception {
        HttpResponse<String> put = http.put("/metadata", MATRIX);

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(put.body()).isEmpty();
        awaitBody("/metadata?id=603", MATRIX);
    }

    @Test
    void answersAPutWithItsPosition() throws Exception {
        Position first = position(http.put("/v1/metadata/positions", "{\"title\":\"One\"}"));
        Position second = position(http.put("/v1/metadata/positions", "{\"title\":\"Two\"}"));

        assertThat(first.topic()).isEqualTo(log.topics().movieMetadata().name());
        assertThat(second.offset()).isGreaterThan(first.offset());
    }

    private static Position position(HttpResponse<String> put) {
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        return Position.parse(put.headers().firstValue("Marquee-Position").orElseThrow());
    }

    @Test
    void takesTheIdFromThePathWhateverItHolds() throws Exception {
        String path = "/v1/metadata/Am%C3%A9lie%2F50%25%2C%20%3F";

        assertThat(http.put(path, "{\"title\":\"Amélie\"}").statusCode()).isEqualTo(200);

        String answer = "{\"id\":\"Amélie/50%, ?\",\"title\":\"Amélie\",\"genres\":[]}";
        awaitBody(path, answer);
        awaitBody("/metadata?id=Am%C3%A9lie%2F50%25%2C+%3F", answer);
    }

    @Test
    void tellsIdsApartByCase() throws Exception {
        http.put("/v1/metadata/case", "{\"title\":\"lower\"}");
        http.put("/v1/metadata/CASE", "{\"title\":\"upper\"}");

        awaitBody("/v1/metadata/CASE", "{\"id\":\"CASE\",\"title\":\"upper\",\"genres\":[]}");
        awaitBody("/v1/metadata/case", "{\"id\":\"case\",\"title\":\"lower\",\"genres\":[]}");
    }

    @Test
    void aPutReplacesTheWholeRecord() throws Exception {
        http.put("/v1/metadata/replaced", "{\"title\":\"Old\",\"year\":1999}");
        http.put("/v1/metadata/replaced", "{\"title\":\"New\"}");

        awaitBody("/v1/metadata/replaced", "{\"id\":\"replaced\",\"title\":\"New\",\"genres\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id":"x"                             | body          | malformed at line 1, column 10 | well-formed JSON
                    {"id":"x","titel":"X"}                | titel         | titel       | a known field: description, director, externalIds, genres, id, title, year
                    {"id":"x","title":"X","title":"Y"}    | body          | malformed at line 1, column 30 | JSON with each field once
                    {"id":"x"}                            | title         | ''          | a title
                    {"id":"x","title":" "}                | title         | ' '         | a title
                    {"id":"x","title":7}                  | title         | 7           | text
                    {"title":"X"}                         | id            | ''          | 1 to 256 bytes of UTF-8 without control characters
                    {"id":"a\\u0000b","title":"X"}        | id            | a\\u0000b   | 1 to 256 bytes of UTF-8 without control characters
                    {"id":"x","title":"half \\ud83d"}     | title         | half \\uD83D     | text without half characters
                    {"id":"x","title":"\\ud83d half"}    | title         | \\uD83D half | text without half characters
                    {"id":"x","title":"X","year":"1999"}  | year          | 1999        | a whole number
                    {"id":"x","title":"X","year":1999.5}  | year          | 1999.5      | a whole number
                    {"id":"x","title":"X","year":1799}    | year          | 1799        | a year from 1800 to 2200
                    {"id":"x","title":"X","year":2201}    | year          | 2201        | a year from 1800 to 2200
                    {"id":"x","title":"X","year":-1}      | year          | -1          | a year from 1800 to 2200
                    {"id":"x","title":"X","genres":"a"}   | genres        | a           | an array
                    {"id":"x","title":"X","genres":[""]}  | genres        | ''          | 1 to 256 bytes of UTF-8 without control characters
                    {"id":"x","title":"X","externalIds":{"imdb":null}} | externalIds.imdb | '' | 1 to 256 bytes of UTF-8 without control characters
                    ''                                    | body          | ''          | JSON
                    null                                  | body          | ''          | one value and nothing after it
                    """)
    void refusesWhatBreaksARule(String body, String field, String value, String expected) throws Exception {
        HttpResponse<String> refused = http.put("/metadata", body);

        assertThatItIsInvalid(refused, field, value, expected);
    }

    @Test
    void refusesABodyWhoseIdIsNotThatOfThePath() throws Exception {
        HttpResponse<String> refused = http.put("/v1/metadata/604", MATRIX);

        assertThatItIsInvalid(refused, "id", "603", "the id of the path, 604, or none");
    }

    @Test
    void whatIsDeletedIsGoneForWhoeverCarriesThePosition() throws Exception {
        http.put("/v1/metadata/gone%2F1", "{\"title\":\"Gone\"}");

        HttpResponse<String> deleted = http.delete("/v1/metadata/gone%2F1");

        Position tombstone = position(deleted);
        HttpResponse<String> read = http.get("/v1/metadata/gone%2F1", "Marquee-Position", tombstone.toString());
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(Position.parse(read.headers().firstValue("Marquee-Position").orElseThrow()))
                .isGreaterThanOrEqualTo(tombstone);
    }

    @Test
    void deletingWhatIsNotThereIsDoneToo() throws Exception {
        Position tombstone = position(http.delete("/v1/metadata/never-there"));

        assertThat(tombstone.topic()).isEqualTo(log.topics().movieMetadata().name());
    }

    @Test
    void manyAreFoundAndMissingInTheOrderAskedForEachOnce() throws Exception {
        http.put("/v1/metadata/many%2C1", "{\"title\":\"One\"}");
        Position last = position(http.put("/v1/metadata/many2", "{\"title\":\"Two\"}"));

        HttpResponse<String> read =
                http.get("/v1/metadata?ids=nowhere,many2&ids=many%2C1&ids=many2", "Marquee-Position", last.toString());

        assertThat(read.body())
                .isEqualTo("{\"found\":[{\"id\":\"many2\",\"title\":\"Two\",\"genres\":[]},"
                        + "{\"id\":\"many,1\",\"title\":\"One\",\"genres\":[]}],\"missing\":[\"nowhere\"]}");
        assertThat(read.headers().firstValue("Marquee-Lag")).isPresent();
    }

    @Test
    void positionsOfRatingsDoNotMatterHereAndThoseOfNoLogAreRefused() throws Exception {
        String ratings = log.topics().ratings().name() + "/0:123456";

        assertThat(http.get("/v1/metadata?ids=nowhere", "Marquee-Position", ratings)
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get("/v1/metadata?ids=nowhere", "Marquee-Position", "elsewhere/0:1")
                        .statusCode())
                .isEqualTo(400);
        String beyond = log.topics().movieMetadata().name() + "/0:123456789";
        assertThat(http.get("/v1/metadata/nowhere", "Marquee-Position", beyond).statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        HttpResponse<String> seed = http.get("/metadata?id=no/thing");

        assertThat(seed.statusCode()).isEqualTo(404);
        assertThat(seed.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(seed.body()).contains("\"detail\":\"there is no metadata for movie no/thing\"");
        assertThat(http.get("/v1/metadata/nothing").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> service.grpc()
                        .getMetadata(GetMetadataRequest.newBuilder()
                                .setMovieId("nothing")
                                .build()))
                .hasMessage("NOT_FOUND: there is no metadata for movie nothing");
    }

    @Test
    void refusesARequestWithoutAnId() throws Exception {
        assertThatItIsInvalid(http.get("/metadata"), "id", "", "a value");
    }

    @Test
    void passesOverWhatIsNoMetadata() throws Exception {
        RawTopic topic =
                new RawTopic(log.clients(), log.topics().movieMetadata().name());
        byte[] misnamed =
                Metadata.newBuilder().setId("other").setTitle("Other").build().toByteArray();
        topic.append(List.of(
                topic.entry(0, "garbage".getBytes(UTF_8), "no metadata".getBytes(UTF_8)),
                topic.entry(0, "misnamed".getBytes(UTF_8), misnamed)));

        http.put("/v1/metadata/after", "{\"title\":\"After\"}");

        awaitBody("/v1/metadata/after", "{\"id\":\"after\",\"title\":\"After\",\"genres\":[]}");
        assertThat(http.get("/v1/metadata/garbage").statusCode()).isEqualTo(404);
        assertThat(http.get("/v1/metadata/misnamed").statusCode()).isEqualTo(404);
    }

    @Test
    void listsItsChecks() throws Exception {
        await().untilAsserted(
                        () -> assertThat(http.get("/health/ready").body())
                                .isEqualTo(
                                        "{\"status\":\"ready\",\"checks\":{\"kafka\":{\"status\":\"ok\"},"
                                                + "\"lifecycle\":{\"status\":\"ok\"},\"metadata-view\":{\"status\":\"ok\"},"
                                                + "\"metadata-writer\":{\"status\":\"ok\"},\"read-gate\":{\"status\":\"ok\"},\"registry\":{\"status\":\"ok\"}}}"));
    }

    @Test
    void answersFromTheSameFolderAfterARestart(@TempDir Path reused) throws Exception {
        MarqueeLog own = TestLogs.open("metadata-restart", 1);
        try (MetadataProcess before = MetadataProcess.start(own, reused).awaitReady()) {
            before.http().put("/metadata", MATRIX);
        }

        try (MetadataProcess after = MetadataProcess.start(own, reused).awaitReady()) {
            assertThat(after.http().get("/metadata?id=603").body()).isEqualTo(MATRIX);
        }
    }

    @Test
    void isNotAvailableWhileItCanNotHaveReadTheLog(@TempDir Path empty) throws Exception {
        try (MetadataProcess alone = MetadataProcess.start(TestLogs.unreachable(), empty)) {
            HttpResponse<String> read = alone.http().get("/metadata?id=603");

            assertThat(read.statusCode()).isEqualTo(503);
            assertThat(read.headers().firstValue("Retry-After")).contains("1");
            assertThat(read.body()).contains("metadata can't be read yet");
            assertThat(alone.http().get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(alone.http().get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static void awaitBody(String path, String body) {
        await().untilAsserted(() -> assertThat(http.get(path).body()).isEqualTo(body));
    }

    private static void assertThatItIsInvalid(
            HttpResponse<String> refused, String field, String value, String expected) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body())
                .contains("\"field\":\"" + field + "\"", "\"value\":\"" + value + "\"")
                .contains("\"expected\":\"" + expected + "\"");
    }
}
