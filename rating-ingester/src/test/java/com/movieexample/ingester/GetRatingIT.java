package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.GetAggregatedRatingRequest;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static final MarqueeLog LOG = TestLogs.unreachable();

    private static FakeAggregator aggregator;
    private static IngesterProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
        aggregator = FakeAggregator.start(
                Map.of("movie/603", THREE_RATINGS, "b%2Fook/50%25", THREE_RATINGS, "movie/emptied", EMPTIED), registry);
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

    @Test
    void passesOnThatTheAggregatorCanNotAnswerNow() throws Exception {
        assertThatItIsUnavailable(http.get("/rating?id=lost"), "3", "partition 1 is not available on this instance");
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
