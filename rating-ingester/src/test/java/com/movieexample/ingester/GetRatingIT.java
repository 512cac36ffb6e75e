package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.BatchGetAggregatedRatingsRequest;
import com.movieexample.api.v1.GetAggregatedRatingRequest;
import com.movieexample.api.v1.GetRatingRequest;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.api.v1.ListRatingsRequest;
import com.movieexample.api.v1.ListRatingsResponse;
import com.movieexample.api.v1.Rating;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RecordName;
import com.movieexample.api.v1.RecordRating;
import com.movieexample.api.v1.UserRating;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads never ask Kafka, so there is none. */
class GetRatingIT {
    private static final RatingAggregate THREE_RATINGS = RatingAggregate.newBuilder()
            .setCount(3)
            .setSum(1_250)
            .addAllHistogramValues(List.of(350, 450))
            .addAllHistogramCounts(List.of(1L, 2L))
            .build();
    /** All its ratings were deleted. */
    private static final RatingAggregate EMPTIED =
            RatingAggregate.newBuilder().setLatestEventTime(1_000_000_000_000L).build();

    private static final List<UserRating> BY_USER =
            List.of(rating("50%", 350), rating("a/b", 450), rating("neo", 450), rating("😀", 500));

    private static final MarqueeLog LOG = TestLogs.unreachable();

    private static FakeAggregator aggregator;
    private static IngesterProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
        aggregator = FakeAggregator.start(
                Map.of("movie/603", THREE_RATINGS, "b%2Fook/50%25", THREE_RATINGS, "movie/emptied", EMPTIED),
                Map.of("movie/603", BY_USER),
                registry);
        service = IngesterProcess.start(LOG, registry);
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
        aggregator.close();
    }

    @Test
    void answersTheSeedsQuestionWithABareNumber() throws Exception {
        HttpResponse<String> answer = http.get("/rating?id=603&type=movie");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("4.1667");
        assertThat(http.get("/rating?id=603").body()).isEqualTo("4.1667");
    }

    @Test
    void answersWithTheWholeRating() throws Exception {
        String expected = "{\"count\":3,\"sum\":12.5,\"mean\":4.1667,"
                + "\"histogram\":[{\"value\":3.5,\"count\":1},{\"value\":4.5,\"count\":2}]}";

        assertThat(http.get("/v1/records/movie/603/rating").body()).isEqualTo(expected);
        assertThat(http.get("/v1/records/b%2Fook/50%25/rating").body()).isEqualTo(expected);
    }

    @Test
    void answersOverGrpc() {
        assertThat(rating(service, "603"))
                .isEqualTo(AggregatedRating.newBuilder()
                        .setCount(3)
                        .setSumHundredths(1_250)
                        .setMean(4.1667)
                        .addHistogram(HistogramBucket.newBuilder().setValue(3.5).setCount(1))
                        .addHistogram(HistogramBucket.newBuilder().setValue(4.5).setCount(2))
                        .build());
    }

    @Test
    void aRecordThatNobodyRatesHasCountZeroAndNoMean() throws Exception {
        String none = "{\"count\":0,\"sum\":0,\"histogram\":[]}";

        assertThat(http.get("/v1/records/movie/unrated/rating").body()).isEqualTo(none);
        assertThat(http.get("/v1/records/movie/emptied/rating").body()).isEqualTo(none);
        assertThat(rating(service, "unrated")).isEqualTo(AggregatedRating.getDefaultInstance());
    }

    @Test
    void theSeedsQuestionForOneIsNotFound() throws Exception {
        for (String id : List.of("unrated", "emptied")) {
            HttpResponse<String> answer = http.get("/rating?id=" + id + "&type=movie");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"detail\":\"there are no ratings of movie/" + id + "\"");
        }
    }

    private static UserRating rating(String user, int value) {
        return UserRating.newBuilder()
                .setUserId(user)
                .setValue(value)
                .setRatedAt(1_000_000_000_123L)
                .build();
    }

    @Test
    void answersWithOneUsersRating() throws Exception {
        HttpResponse<String> answer = http.get("/v1/records/movie/603/ratings/a%2Fb");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"userId\":\"a/b\",\"value\":4.5,\"ratedAt\":\"2001-09-09T01:46:40.123Z\"}");
        assertThat(http.get("/v1/records/movie/603/ratings/50%25").body()).contains("\"value\":3.5");
        assertThat(service.grpc()
                        .getRating(GetRatingRequest.newBuilder()
                                .setRecordId("603")
                                .setUserId("😀")
                                .build())
                        .getRating())
                .isEqualTo(Rating.newBuilder()
                        .setUserId("😀")
                        .setValue(5)
                        .setRatedAt(
                                Timestamp.newBuilder().setSeconds(1_000_000_000).setNanos(123_000_000))
                        .build());
    }

    @Test
    void aRatingThatIsNotThereIsNotFound() throws Exception {
        HttpResponse<String> answer = http.get("/v1/records/movie/603/ratings/7");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"detail\":\"user 7 has no rating of movie/603\"");
        assertThat(answer.headers().firstValue("Marquee-Position")).contains("ratings/1:9");
        assertThatThrownBy(() -> service.grpc()
                        .getRating(GetRatingRequest.newBuilder()
                                .setRecordId("604")
                                .setUserId("neo")
                                .build()))
                .hasMessage("NOT_FOUND: user neo has no rating of movie/604");
    }

    @Test
    void answersWithTheRatingsOfARecordInPages() throws Exception {
        List<String> users = new ArrayList<>();
        String page = http.get("/v1/records/movie/603/ratings?pageSize=3").body();
        Matcher token =
                Pattern.compile("\"nextPageToken\":\"([A-Za-z0-9_-]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        String last = http.get("/v1/records/movie/603/ratings?pageSize=3&pageToken=" + token.group(1))
                .body();

        Matcher user = Pattern.compile("\"userId\":\"([^\"]+)\"").matcher(page + last);
        while (user.find()) {
            users.add(user.group(1));
        }
        assertThat(users).containsExactly("50%", "a/b", "neo", "😀");
        assertThat(last)
                .isEqualTo("{\"ratings\":[{\"userId\":\"😀\",\"value\":5,\"ratedAt\":\"2001-09-09T01:46:40.123Z\"}]}");
        assertThat(http.get("/v1/records/movie/604/ratings").body()).isEqualTo("{\"ratings\":[]}");
    }

    @Test
    void answersWithPagesOverGrpc() {
        ListRatingsRequest.Builder request =
                ListRatingsRequest.newBuilder().setRecordId("603").setPageSize(3);
        ListRatingsResponse first = service.grpc().listRatings(request.build());
        ListRatingsResponse last = service.grpc()
                .listRatings(request.setPageToken(first.getNextPageToken()).build());
        ListRatingsResponse all = service.grpc()
                .listRatings(ListRatingsRequest.newBuilder().setRecordId("603").build());

        assertThat(first.getRatingsList()).extracting(Rating::getUserId).containsExactly("50%", "a/b", "neo");
        assertThat(last.getRatingsList()).extracting(Rating::getUserId).containsExactly("😀");
        assertThat(last.getNextPageToken()).isEmpty();
        assertThat(all.getRatingsCount()).isEqualTo(4);
    }

    @Test
    void answersForSeveralRecordsOnceEachInTheirOrder() throws Exception {
        String rated = "{\"count\":3,\"sum\":12.5,\"mean\":4.1667,"
                + "\"histogram\":[{\"value\":3.5,\"count\":1},{\"value\":4.5,\"count\":2}]}";
        String none = "{\"count\":0,\"sum\":0,\"histogram\":[]}";

        assertThat(http.get("/v1/records/movie/rating?ids=a%2Cb,603&ids=603").body())
                .isEqualTo("{\"ratings\":[{\"recordType\":\"movie\",\"recordId\":\"a,b\",\"rating\":" + none
                        + "},{\"recordType\":\"movie\",\"recordId\":\"603\",\"rating\":" + rated + "}]}");
        assertThat(http.get("/v1/records/b%2Fook/rating?ids=50%25").body())
                .isEqualTo("{\"ratings\":[{\"recordType\":\"b/ook\",\"recordId\":\"50%\",\"rating\":" + rated + "}]}");
    }

    @Test
    void answersForSeveralRecordsOverGrpc() {
        BatchGetAggregatedRatingsRequest request = BatchGetAggregatedRatingsRequest.newBuilder()
                .addRecords(RecordName.newBuilder().setRecordId("603"))
                .addRecords(RecordName.newBuilder().setRecordType("b/ook").setRecordId("50%"))
                .build();

        List<RecordRating> ratings =
                service.grpc().batchGetAggregatedRatings(request).getRatingsList();

        assertThat(ratings)
                .extracting(rating -> rating.getRecord().getRecordType() + " "
                        + rating.getRecord().getRecordId() + " "
                        + rating.getRating().getCount())
                .containsExactly("movie 603 3", "b/ook 50% 3");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/records/movie/603/ratings?pageSize=0, pageSize, 0, 1 to 1000",
        "/v1/records/movie/603/ratings?pageSize=1001, pageSize, 1001, 1 to 1000",
        "/v1/records/movie/603/ratings?pageSize=ten, pageSize, ten, a whole number from 1 to 1000",
        "/v1/records/movie/603/ratings?pageToken=Nw, pageToken, Nw, the nextPageToken of the page before",
        "/v1/records/movie/603/ratings/a%0Ab, userId, a\\nb, 1 to 256 bytes of UTF-8",
        "/v1/records/movie/a%0Ab/rating, id, a\\nb, 1 to 256 bytes of UTF-8",
        "/v1/records/a%0Ab/603/rating, type, a\\nb, 1 to 256 bytes of UTF-8",
        "/rating?id=a%0Ab, id, a\\nb, 1 to 256 bytes of UTF-8",
        "/v1/records/movie/rating, ids, 0, 1 to 100",
        "'/v1/records/movie/rating?ids=1,,2', ids, '', 1 to 256 bytes of UTF-8",
    })
    void refusesWhatIsNone(String path, String field, String value, String expected) throws Exception {
        HttpResponse<String> refused = http.get(path);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"" + field + "\",\"value\":\"" + value + "\",\"expected\":\"" + expected);
    }

    @Test
    void refusesMoreThanAHundredRecords() throws Exception {
        String ids = IntStream.range(0, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(http.get("/v1/records/movie/rating?ids=" + ids).body())
                .contains("\"detail\":\"ids is \\\"101\\\", expected 1 to 100\"");
    }

    @Test
    void handsOnWhatTheCallerHasSeenAndSaysWhatTheAnswerReflects() throws Exception {
        for (String path : List.of(
                "/rating?id=603",
                "/v1/records/movie/603/rating",
                "/v1/records/movie/rating?ids=603,604",
                "/v1/records/movie/603/ratings",
                "/v1/records/movie/603/ratings/neo")) {
            HttpResponse<String> answer =
                    http.get(path, "Marquee-Position", "ratings/1:5, ratings/1:7", "Marquee-Position", "ratings/0:3");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(aggregator.seen()).as(path).hasToString("ratings/0:3,ratings/1:7");
            assertThat(answer.headers().firstValue("Marquee-Position")).as(path).contains("ratings/1:9");
            assertThat(answer.headers().firstValue("Marquee-Lag")).as(path).contains("2");
            http.get(path);
            assertThat(aggregator.seen()).as(path).isEqualTo(Positions.NONE);
        }
    }

    @Test
    void handsOnWhatACallHasSeenAndSaysWhatTheAnswerReflects() {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        service.grpc()
                .withInterceptors(
                        CallPositions.carrying(Positions.parse("ratings/1:7")),
                        MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .getAggregatedRating(GetAggregatedRatingRequest.newBuilder()
                        .setRecordId("603")
                        .build());

        assertThat(aggregator.seen()).hasToString("ratings/1:7");
        assertThat(headers.get().get(key("marquee-position"))).isEqualTo("ratings/1:9");
        assertThat(headers.get().get(key("marquee-lag"))).isEqualTo("2");
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Test
    void passesOnAsManyPositionsAsTheHeadersOfARequestHold() throws Exception {
        String positions =
                IntStream.range(0, 940).mapToObj(i -> "t/" + i + ":1").collect(Collectors.joining(","));

        HttpResponse<String> answer = http.get("/rating?id=603", "Marquee-Position", positions);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(aggregator.seen()).isEqualTo(Positions.parse(positions));
    }

    @Test
    void passesOnThatAPositionIsRefused() throws Exception {
        HttpResponse<String> beyond = http.get("/rating?id=603", "Marquee-Position", "ratings/1:99");
        HttpResponse<String> malformed = http.get("/rating?id=603", "Marquee-Position", "ratings-1");

        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(beyond.body()).contains("\"field\":\"Marquee-Position\"", "a position before the log's end, 12");
        assertThat(malformed.statusCode()).isEqualTo(400);
    }

    @Test
    void passesOnThatTheAggregatorCanNotAnswerNow() throws Exception {
        for (String path : List.of(
                "/rating?id=lost",
                "/v1/records/movie/rating?ids=603,lost",
                "/v1/records/movie/lost/ratings",
                "/v1/records/movie/lost/ratings/neo")) {
            assertThatItIsUnavailable(http.get(path), "3", "partition 1 is not available on this instance");
        }
        assertThatThrownBy(() -> rating(service, "lost"))
                .hasMessage("UNAVAILABLE: partition 1 is not available on this instance");
    }

    @Test
    void namesTheAggregatorWhenThereIsNone() throws Exception {
        try (IngesterProcess alone = IngesterProcess.start(LOG, new InMemoryServiceRegistry())) {
            HttpResponse<String> answer = alone.http().get("/v1/records/movie/603/rating");

            assertThatItIsUnavailable(answer, "1", "no instance of rating-aggregator is known");
            assertThatThrownBy(() -> rating(alone, "603"))
                    .hasMessage("UNAVAILABLE: no instance of rating-aggregator is known");
        }
    }

    @Test
    void namesTheAggregatorWhenItIsGone() throws Exception {
        InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
        FakeAggregator.register(registry, 1);
        try (IngesterProcess alone = IngesterProcess.start(LOG, registry)) {
            HttpResponse<String> answer = alone.http().get("/v1/records/movie/603/rating");

            assertThatItIsUnavailable(answer, "1", "rating-aggregator is not available, try again");
        }
    }

    private static void assertThatItIsUnavailable(HttpResponse<String> answer, String retryAfter, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains(retryAfter);
        assertThat(answer.body()).contains("\"detail\":\"" + detail + "\"");
    }

    private static AggregatedRating rating(IngesterProcess asked, String movie) {
        return asked.grpc()
                .getAggregatedRating(GetAggregatedRatingRequest.newBuilder()
                        .setRecordId(movie)
                        .build())
                .getRating();
    }
}
