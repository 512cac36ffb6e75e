package com.movieexample.query.own;

import com.movieexample.api.Hundredths;
import com.movieexample.api.Positions;
import com.movieexample.api.json.MovieJson.OwnRating;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.DeleteRatingRequest;
import com.movieexample.api.v1.DeleteRatingResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.RatingServiceGrpc.RatingServiceStub;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.grpc.FutureAnswer;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does not own its channels; thread-safe. */
public final class OwnRatings {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** What its ratings come from, and what its key must cover. */
    private static final String PROVIDER = "page";

    /** What an answer may take that waits for no position: the movie waits for it. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(1);

    /** An ingester says itself after 8 s that the log did not confirm a write. */
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

    private final AggregateServiceStub aggregators;
    private final RatingServiceStub ingesters;
    private final Duration positionTimeout;

    /**
     * @param key that ingesters let it write with, if they need one
     * @param positionTimeout how long an aggregator waits for a position that a read must have seen
     */
    public OwnRatings(Channel aggregators, Channel ingesters, Optional<String> key, Duration positionTimeout) {
        this.aggregators = AggregateServiceGrpc.newStub(aggregators);
        this.ingesters = RatingServiceGrpc.newStub(ingesters)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(authorization(key)));
        this.positionTimeout = positionTimeout;
    }

    private static Metadata authorization(Optional<String> key) {
        Metadata headers = new Metadata();
        key.ifPresent(secret -> headers.put(AUTHORIZATION, "Bearer " + secret));
        return headers;
    }

    /** Never fails because of the aggregator: a movie is shown without it as well. */
    public CompletableFuture<OwnRating> find(String movieId, String userId, Positions seen) {
        Ids.require("userId", userId);
        Duration deadline = seen.isEmpty() ? READ_DEADLINE : READ_DEADLINE.plus(positionTimeout);
        FutureAnswer<GetUserRatingResponse> answer = new FutureAnswer<>();
        aggregators
                .withInterceptors(CallPositions.carrying(seen))
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .getUserRating(
                        GetUserRatingRequest.newBuilder()
                                .setRecordKey(RecordKey.movie(movieId).toString())
                                .setUserId(userId)
                                .build(),
                        answer);
        return answer.future()
                .thenApply(found -> found.hasRating() ? OwnRating.rated(found.getRating()) : OwnRating.none(userId))
                .exceptionally(failure ->
                        OwnRating.unavailable(userId, Problems.of(failure).detail()));
    }

    /** The answer of an ingester, once the log has the rating. */
    public CompletableFuture<PutRatingResponse> put(String movieId, String userId, BigDecimal value) {
        FutureAnswer<PutRatingResponse> answer = new FutureAnswer<>();
        writing()
                .putRating(
                        PutRatingRequest.newBuilder()
                                .setRecordId(movieId)
                                .setUserId(userId)
                                .setProviderId(PROVIDER)
                                .setValue(Hundredths.toDecimal(Hundredths.of("value", value))
                                        .doubleValue())
                                .build(),
                        answer);
        return answer.future();
    }

    /** The answer of an ingester, once the log has it that the rating is gone. */
    public CompletableFuture<DeleteRatingResponse> delete(String movieId, String userId) {
        FutureAnswer<DeleteRatingResponse> answer = new FutureAnswer<>();
        writing()
                .deleteRating(
                        DeleteRatingRequest.newBuilder()
                                .setRecordId(movieId)
                                .setUserId(userId)
                                .setProviderId(PROVIDER)
                                .build(),
                        answer);
        return answer.future();
    }

    private RatingServiceStub writing() {
        return ingesters.withDeadlineAfter(WRITE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
