package com.movieexample.ingester;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.ListUserRatingsRequest;
import com.movieexample.api.v1.ListUserRatingsResponse;
import com.movieexample.runtime.grpc.FutureAnswer;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.RecordKey;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Asks a rating-aggregator, with what the caller has seen. Does not own its channel; thread-safe. */
final class AggregatorGateway {
    /** What an answer may take that waits for no position. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final AggregateServiceStub aggregators;
    private final Duration positionTimeout;

    /** @param positionTimeout how long an aggregator waits for a position that a read must have seen */
    AggregatorGateway(Channel channel, Duration positionTimeout) {
        this.aggregators = AggregateServiceGrpc.newStub(channel);
        this.positionTimeout = positionTimeout;
    }

    /** An answer for each record that can be answered for, in their order. */
    CompletableFuture<GetAggregatesResponse> aggregates(List<RecordKey> records, Positions seen) {
        GetAggregatesRequest request = GetAggregatesRequest.newBuilder()
                .addAllRecordKeys(records.stream().map(RecordKey::toString).toList())
                .build();
        return ask(seen, (stub, answer) -> stub.getAggregates(request, answer));
    }

    CompletableFuture<GetUserRatingResponse> rating(RecordKey record, String userId, Positions seen) {
        GetUserRatingRequest request = GetUserRatingRequest.newBuilder()
                .setRecordKey(record.toString())
                .setUserId(userId)
                .build();
        return ask(seen, (stub, answer) -> stub.getUserRating(request, answer));
    }

    /** @param afterUserId empty for the first page */
    CompletableFuture<ListUserRatingsResponse> ratings(
            RecordKey record, int pageSize, String afterUserId, Positions seen) {
        ListUserRatingsRequest request = ListUserRatingsRequest.newBuilder()
                .setRecordKey(record.toString())
                .setPageSize(pageSize)
                .setAfterUserId(afterUserId)
                .build();
        return ask(seen, (stub, answer) -> stub.listUserRatings(request, answer));
    }

    private <T> CompletableFuture<T> ask(Positions seen, BiConsumer<AggregateServiceStub, StreamObserver<T>> call) {
        // The aggregator says better than a deadline which position it did not reach.
        Duration deadline = seen.isEmpty() ? DEADLINE : DEADLINE.plus(positionTimeout);
        FutureAnswer<T> answer = new FutureAnswer<>();
        call.accept(
                aggregators
                        .withInterceptors(CallPositions.carrying(seen))
                        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS),
                answer);
        return answer.future();
    }
}
