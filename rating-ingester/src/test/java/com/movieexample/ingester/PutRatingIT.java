package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.movieexample.api.Position;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
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
        log = TestLogs.open("put-rating", 3);
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
        http = service.http();
        written = new WrittenRatings(log);
    }

    @AfterAll
    static void stop() {
        service.close();
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
                    id=a%0Ab&userId=7&value=4.5           | recordId   | a\\nb    | 1 to 256 bytes of UTF-8
                    id=603&type=&userId=7&value=4.5       | recordType | ''       | 1 to 256 bytes of UTF-8
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

    private static Position position(HttpResponse<String> put) {
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(put.body()).isEmpty();
        return Position.parse(put.headers().firstValue("Marquee-Position").orElseThrow());
    }

    private static RatingEvent eventAt(Position position) {
        try {
            return RatingEvent.parseFrom(written.at(position).value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
