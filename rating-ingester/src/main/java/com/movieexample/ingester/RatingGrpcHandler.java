package com.movieexample.ingester;

import com.google.protobuf.util.Timestamps;
import com.movieexample.api.AggregatedRatings;
import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.GetAggregatedRatingRequest;
import com.movieexample.api.v1.GetAggregatedRatingResponse;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Optional;

/** gRPC {@code RatingService}. */
final class RatingGrpcHandler extends RatingServiceGrpc.RatingServiceImplBase {
    private final RatingController controller;

    RatingGrpcHandler(RatingController controller) {
        this.controller = controller;
    }

    @Override
    public void getAggregatedRating(
            GetAggregatedRatingRequest request, StreamObserver<GetAggregatedRatingResponse> answer) {
        RecordKey record = record(request.getRecordType(), request.getRecordId());
        Answers.one(
                answer,
                GetAggregatedRatingResponse.newBuilder()
                        .setRating(AggregatedRatings.of(controller.aggregated(record)))
                        .build());
    }

    @Override
    public void putRating(PutRatingRequest request, StreamObserver<PutRatingResponse> answer) {
        if (!request.hasValue()) {
            throw new InvalidInputException("value", "", "a number, for example 4.5");
        }
        RecordKey record = record(request.getRecordType(), request.getRecordId());
        int value = Hundredths.of("value", request.getValue());
        Answers.later(
                answer,
                controller
                        .put(record, request.getUserId(), value, ratedAt(request), request.getProviderId())
                        .thenApply(position -> PutRatingResponse.newBuilder()
                                .setPosition(position.toString())
                                .build()));
    }

    private static Optional<Instant> ratedAt(PutRatingRequest request) {
        if (!request.hasRatedAt()) {
            return Optional.empty();
        }
        if (!Timestamps.isValid(request.getRatedAt())) {
            throw new InvalidInputException(
                    "ratedAt", request.getRatedAt().getSeconds() + " s", "a time in the years 1 to 9999");
        }
        return Optional.of(Instant.ofEpochMilli(Timestamps.toMillis(request.getRatedAt())));
    }

    private static RecordKey record(String type, String id) {
        return new RecordKey(type.isEmpty() ? RecordKey.MOVIE : type, id);
    }
}
