package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import com.movieexample.api.Position;
import com.movieexample.api.v1.DeleteRatingRequest;
import com.movieexample.api.v1.DeleteRatingResponse;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PutRatingIT {
    private static final String RATING_OF_603_BY_7 = "/v1/records/movie/603/ratings/7";

    private static MarqueeLog log;
    private static IngesterProcess service;
    private static HttpCaller http;
    private static WrittenRatings written;

    @BeforeAll
    static void start() throws Exception {
        log = withScaleOfSeries(TestLogs.open("put-rating", 3));
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
        http = service.http();
        written = new WrittenRatings(log);
    }

    /** Series are rated from 1 to 10. */
    private static MarqueeLog withScaleOfSeries(MarqueeLog opened) {
        EventRules rules = new EventRules(
                Map.of("series", RatingScale.parse("1..10/1")), RatingScale.HALF_STARS, Duration.ofMinutes(1));
        return new MarqueeLog(opened.clients(), opened.topics(), rules, opened.generation());
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
    void writesTheBytesThatTheDesignFixes() throws Exception {
        Position position = position(http.put("/rating?id=603&type=movie&userId=7&value=4.5", ""));

        ConsumerRecord<byte[], byte[]> record = written.at(position);
        assertThat(position.topic()).isEqualTo(log.topics().ratings().name());
        assertThat(record.offset()).isEqualTo(position.offset());
        assertThat(record.key()).isEqualTo(bytes("6d6f7669652f363033"));
        assertThat(record.partition()).isEqualTo(Partitioning.partitionOf(record.key(), 3));
        assertThat(record.value()).isEqualTo(bytes("0a056d6f766965" + "1203363033" + "1a0137" + "20c203" + "2801"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void takesARatingByItsPath() throws Exception {
        String body = "{\"value\":0.5,\"ratedAt\":\"2001-09-09T03:46:40.123+02:00\",\"providerId\":\"kino\"}";

        RatingEvent event = eventAt(position(http.put("/v1/records/a%2Fb/50%25%20%C3%A4/ratings/Z%2Fo%C3%AB", body)));

        assertThat(event)
                .isEqualTo(RatingEvent.newBuilder()
                        .setRecordType("a/b")
                        .setRecordId("50% ä")
                        .setUserId("Z/oë")
                        .setValue(50)
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setRatedAt(1_000_000_000_123L)
                        .setProviderId("kino")
                        .build());
    }

    @Test
    void encodesTheRecordInTheKey() throws Exception {
        Position position = position(http.put("/v1/records/a%2Fb/50%25%20%C3%A4/ratings/7", "{\"value\":5}"));

        RecordKey key = new RecordKey("a/b", "50% ä");
        assertThat(written.at(position).key()).asString().isEqualTo("a%2Fb/50%25 ä");
        assertThat(position.partition()).isEqualTo(Partitioning.partitionOf(key.bytes(), 3));
    }

    @Test
    void leavesTheTimeToTheLogWhenNoneIsGiven() throws Exception {
        RatingEvent event = eventAt(position(http.put(RATING_OF_603_BY_7, "{\"value\":3}")));

        assertThat(event.hasRatedAt()).isFalse();
        assertThat(event.getProviderId()).isEmpty();
    }

    @Test
    void theSeedsAnswerIsEmptyAndItsHeadersSayWhereAndWhen() throws Exception {
        HttpResponse<String> put = http.put("/rating?id=603&userId=7&value=4.5", "");

        assertThat(put.body()).isEmpty();
        assertThat(ratedAt(put).toEpochMilli())
                .isEqualTo(written.at(position(put)).timestamp());
    }

    @Test
    void theSeedsRequestMaySayWhenAndBySomebody() throws Exception {
        HttpResponse<String> put = http.put(
                "/rating?id=603&userId=7&value=4.5&ratedAt=2001-09-09T03:46:40.123%2B02:00&providerId=kino", "");

        assertThat(eventAt(position(put)).getRatedAt()).isEqualTo(1_000_000_000_123L);
        assertThat(eventAt(position(put)).getProviderId()).isEqualTo("kino");
        assertThat(ratedAt(put)).isEqualTo("2001-09-09T01:46:40.123Z");
    }

    @Test
    void aPutIsAnsweredWithPositionAndTime() throws Exception {
        HttpResponse<String> implicit = http.put(RATING_OF_603_BY_7, "{\"value\":3}");
        HttpResponse<String> explicit =
                http.put(RATING_OF_603_BY_7, "{\"value\":3,\"ratedAt\":\"2001-09-09T01:46:40.1234Z\"}");

        assertThat(implicit.body()).isEqualTo(json(position(implicit), ratedAt(implicit)));
        assertThat(ratedAt(implicit).toEpochMilli())
                .isEqualTo(written.at(position(implicit)).timestamp());
        assertThat(explicit.body()).isEqualTo(json(position(explicit), Instant.parse("2001-09-09T01:46:40.123Z")));
        assertThat(ratedAt(explicit)).isEqualTo("2001-09-09T01:46:40.123Z");
    }

    private static String json(Position position, Instant ratedAt) {
        return "{\"position\":\"" + position + "\",\"ratedAt\":\"" + ratedAt + "\"}";
    }

    @Test
    void takesADeleteByItsPath() throws Exception {
        HttpResponse<String> implicit = http.delete("/v1/records/a%2Fb/50%25/ratings/Z%2Fo%C3%AB");
        HttpResponse<String> explicit =
                http.delete(RATING_OF_603_BY_7 + "?ratedAt=2001-09-09T01:46:40.123Z&providerId=kino");

        assertThat(eventAt(position(implicit)))
                .isEqualTo(RatingEvent.newBuilder()
                        .setRecordType("a/b")
                        .setRecordId("50%")
                        .setUserId("Z/oë")
                        .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                        .build());
        assertThat(implicit.body()).isEqualTo(json(position(implicit), ratedAt(implicit)));
        assertThat(eventAt(position(explicit)).getRatedAt()).isEqualTo(1_000_000_000_123L);
        assertThat(eventAt(position(explicit)).getProviderId()).isEqualTo("kino");
        assertThat(explicit.body()).isEqualTo(json(position(explicit), Instant.ofEpochMilli(1_000_000_000_123L)));
    }

    @Test
    void takesADeleteOverGrpc() {
        DeleteRatingResponse answer = service.grpc()
                .deleteRating(DeleteRatingRequest.newBuilder()
                        .setRecordType("series")
                        .setRecordId("the-wire")
                        .setUserId("7")
                        .build());

        ConsumerRecord<byte[], byte[]> record = written.at(Position.parse(answer.getPosition()));
        assertThat(eventAt(Position.parse(answer.getPosition())).getType())
                .isEqualTo(RatingEventType.RATING_EVENT_TYPE_DELETE);
        assertThat(Timestamps.toMillis(answer.getRatedAt())).isEqualTo(record.timestamp());
    }

    @Test
    void refusesADeleteThatBreaksARule() throws Exception {
        long before = written.count();

        assertThat(http.delete(RATING_OF_603_BY_7 + "?ratedAt=9999-12-31T00:00:00Z")
                        .body())
                .contains("\"field\":\"ratedAt\"");
        assertThat(http.delete("/v1/records/movie/603/ratings/a%0Ab").body()).contains("\"field\":\"userId\"");
        assertThatThrownBy(() -> service.grpc()
                        .deleteRating(DeleteRatingRequest.newBuilder()
                                .setRecordId("603")
                                .build()))
                .hasMessageStartingWith("INVALID_ARGUMENT: userId is empty");
        assertThat(written.count()).isEqualTo(before);
    }

    @Test
    void aRecordTypeWithAScaleOfItsOwnGoesByIt() throws Exception {
        assertThat(eventAt(position(http.put("/v1/records/series/the-wire/ratings/7", "{\"value\":10}")))
                        .getValue())
                .isEqualTo(1_000);
        assertThat(http.put("/v1/records/series/the-wire/ratings/7", "{\"value\":4.5}")
                        .body())
                .contains("value is \\\"4.5\\\", expected 1 to 10 in steps of 1");
        assertThatThrownBy(() -> service.grpc()
                        .putRating(
                                request().setRecordType("series").setValue(0.5).build()))
                .hasMessage("INVALID_ARGUMENT: value is \"0.5\", expected 1 to 10 in steps of 1");
    }

    @Test
    void aCallIsAnsweredWithPositionAndTime() {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        PutRatingResponse answer = service.grpc()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .putRating(request().build());

        assertThat(headers.get().get(Metadata.Key.of("marquee-position", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo(answer.getPosition());
        assertThat(Timestamps.toMillis(answer.getRatedAt()))
                .isEqualTo(written.at(Position.parse(answer.getPosition())).timestamp());
    }

    @Test
    void takesARatingOverGrpc() {
        PutRatingRequest request = request()
                .setRatedAt(Timestamp.newBuilder().setSeconds(1_000_000_000).setNanos(123_999_999))
                .setProviderId("kino")
                .build();

        RatingEvent event =
                eventAt(Position.parse(service.grpc().putRating(request).getPosition()));

        assertThat(event)
                .isEqualTo(RatingEvent.newBuilder()
                        .setRecordType("movie")
                        .setRecordId("603")
                        .setUserId("7")
                        .setValue(450)
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setRatedAt(1_000_000_000_123L)
                        .setProviderId("kino")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id=603&userId=7&value=4.3             | value      | 4.3      | 0.5 to 5 in steps of 0.5
                    id=603&userId=7&value=0               | value      | 0        | 0.5 to 5 in steps of 0.5
                    id=603&userId=7&value=5.5             | value      | 5.5      | 0.5 to 5 in steps of 0.5
                    id=603&userId=7&value=-1              | value      | -1       | a number from 0 to 10000
                    id=603&userId=7&value=1e300           | value      | 1E+300   | a number from 0 to 10000
                    id=603&userId=7&value=4.555           | value      | 4.555    | a number with at most two decimals
                    id=603&userId=7&value=NaN             | value      | NaN      | a number with at most two decimals
                    id=603&userId=7&value=                | value      | ''       | a number with at most two decimals
                    id=603&userId=7                       | value      | ''       | a value
                    id=603&value=4.5                      | userId     | ''       | a value
                    userId=7&value=4.5                    | id         | ''       | a value
                    id=603&id=604&userId=7&value=4.5      | id         | 603, 604 | one value
                    id=603&userId=&value=4.5              | userId     | ''       | 1 to 256 bytes of UTF-8
                    id=a%0Ab&userId=7&value=4.5           | id         | a\\nb    | 1 to 256 bytes of UTF-8
                    id=603&userId=7&value=4.5&ratedAt=now | ratedAt    | now      | an RFC 3339 time
                    id=603&userId=7&value=4.5&providerId=%00 | providerId | \\u0000 | 1 to 256 bytes of UTF-8
                    id=603&type=&userId=7&value=4.5       | type       | ''       | 1 to 256 bytes of UTF-8
                    """)
    void refusesAQueryThatBreaksARule(String query, String field, String value, String expected) throws Exception {
        assertThatItIsRefused("/rating?" + query, "", field, value, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                   | value      | ''        | a number, for example 4.5
                    {"value":null}                       | value      | ''        | a number, for example 4.5
                    {"value":"4.5"}                      | value      | 4.5       | a number
                    {"value":true}                       | value      | true      | a number
                    {"value":NaN}                        | body       | malformed | well-formed JSON
                    {"value":1e400}                      | value      | 1E+400    | a number from 0 to 10000
                    {"value":4.25}                       | value      | 4.25      | 0.5 to 5 in steps of 0.5
                    {"value":4.5,"rating":4}             | rating     | rating    | a known field: providerId, ratedAt, value
                    {"value":4.5,"providerId":"a\\tb"}   | providerId | a\\tb     | 1 to 256 bytes of UTF-8
                    {"value":4.5,"ratedAt":"yesterday"}  | ratedAt    | yesterday | an RFC 3339 time
                    {"value":4.5,"ratedAt":1700000000}   | ratedAt    | 170000000 | an RFC 3339 time
                    {"value":4.5,"ratedAt":"1969-12-31T23:59:59.9999Z"}  | ratedAt | 1969-12-31T23:59:59.999Z | a time from 1970 to 2
                    {"value":4.5,"ratedAt":"9999-12-31T00:00:00Z"}       | ratedAt | 9999-12-31T00:00:00Z     | a time from 1970 to 2
                    {"value":4.5,"ratedAt":"+999999999-01-01T00:00:00Z"} | ratedAt | +999999999-01-01T00:00:00Z | a time in the years
                    [4.5]                                | body       | an array  | an object
                    """)
    void refusesABodyThatBreaksARule(String body, String field, String value, String expected) throws Exception {
        assertThatItIsRefused(RATING_OF_603_BY_7, body, field, value, expected);
    }

    private static void assertThatItIsRefused(String path, String body, String field, String value, String expected)
            throws Exception {
        long before = written.count();

        HttpResponse<String> refused = http.put(path, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body())
                .contains("\"field\":\"" + field + "\"", "\"value\":\"" + value, "\"expected\":\"" + expected);
        assertThat(written.count()).isEqualTo(before);
    }

    static Stream<Arguments> refusedOverGrpc() {
        Timestamp inAnHour = Timestamp.newBuilder()
                .setSeconds(Instant.now().plusSeconds(3_600).getEpochSecond())
                .build();
        return Stream.of(
                Arguments.of(request().clearValue(), "value"),
                Arguments.of(request().setValue(4.3), "value"),
                Arguments.of(request().setValue(Double.NaN), "value"),
                Arguments.of(request().setValue(Double.POSITIVE_INFINITY), "value"),
                Arguments.of(request().setValue(-0.5), "value"),
                Arguments.of(request().clearRecordId(), "recordId"),
                Arguments.of(request().setRecordType("\0"), "recordType"),
                Arguments.of(request().clearUserId(), "userId"),
                Arguments.of(request().setUserId("é".repeat(129)), "userId"),
                Arguments.of(request().setProviderId("\n"), "providerId"),
                Arguments.of(request().setRatedAt(inAnHour), "ratedAt"),
                Arguments.of(request().setRatedAt(Timestamp.newBuilder().setSeconds(-1)), "ratedAt"),
                Arguments.of(request().setRatedAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE)), "ratedAt"),
                Arguments.of(request().setRatedAt(Timestamp.newBuilder().setNanos(-1)), "ratedAt"));
    }

    @ParameterizedTest
    @MethodSource("refusedOverGrpc")
    void refusesACallThatBreaksARule(PutRatingRequest.Builder request, String field) {
        long before = written.count();

        assertThatThrownBy(() -> service.grpc().putRating(request.build()))
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(violation(e).getField()).isEqualTo(field);
                    assertThat(violation(e).getDescription()).contains(", expected ");
                });
        assertThat(written.count()).isEqualTo(before);
    }

    private static BadRequest.FieldViolation violation(StatusRuntimeException e) {
        return StatusProto.fromThrowable(e).getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .map(PutRatingIT::badRequest)
                .findFirst()
                .orElseThrow()
                .getFieldViolations(0);
    }

    private static BadRequest badRequest(Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static PutRatingRequest.Builder request() {
        return PutRatingRequest.newBuilder().setRecordId("603").setUserId("7").setValue(4.5);
    }

    private static Position position(HttpResponse<String> written) {
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        return Position.parse(written.headers().firstValue("Marquee-Position").orElseThrow());
    }

    private static Instant ratedAt(HttpResponse<String> written) {
        return Instant.parse(written.headers().firstValue("Marquee-Rated-At").orElseThrow());
    }

    private static RatingEvent eventAt(Position position) {
        try {
            return RatingEvent.parseFrom(written.at(position).value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
