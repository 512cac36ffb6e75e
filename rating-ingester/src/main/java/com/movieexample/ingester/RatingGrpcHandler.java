package com.movieexample.ingester;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.movieexample.api.AggregatedRatings;
import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Acknowledgement;
import com.movieexample.api.v1.BatchGetAggregatedRatingsRequest;
import com.movieexample.api.v1.BatchGetAggregatedRatingsResponse;
import com.movieexample.api.v1.DeleteRatingRequest;
import com.movieexample.api.v1.DeleteRatingResponse;
import com.movieexample.api.v1.GetAggregatedRatingRequest;
import com.movieexample.api.v1.GetAggregatedRatingResponse;
import com.movieexample.api.v1.GetRatingRequest;
import com.movieexample.api.v1.GetRatingResponse;
import com.movieexample.api.v1.ListRatingsRequest;
import com.movieexample.api.v1.ListRatingsResponse;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.UserRating;
import com.movieexample.api.v1.WriteRatingsRequest;
import com.movieexample.api.v1.WriteRatingsResponse;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** gRPC {@code RatingService}. */
final class RatingGrpcHandler extends RatingServiceGrpc.RatingServiceImplBase {
    private final RatingReadController reads;
    private final RatingWriteController writes;
    private final VisibleWrites visible;

    RatingGrpcHandler(RatingReadController reads, RatingWriteController writes, VisibleWrites visible) {
        this.reads = reads;
        this.writes = writes;
        this.visible = visible;
    }

    @Override
    public void getAggregatedRating(
            GetAggregatedRatingRequest request, StreamObserver<GetAggregatedRatingResponse> answer) {
        CallPositions positions = CallPositions.current();
        RecordKey record = RequestedRecord.ofCall(request.getRecordType(), request.getRecordId());
        Answers.later(answer, reads.aggregated(record, positions.seen()).thenApply(read -> {
            positions.reflect(read.freshness());
            return GetAggregatedRatingResponse.newBuilder()
                    .setRating(AggregatedRatings.of(read.found()))
                    .build();
        }));
    }

    @Override
    public void batchGetAggregatedRatings(
            BatchGetAggregatedRatingsRequest request, StreamObserver<BatchGetAggregatedRatingsResponse> answer) {
        CallPositions positions = CallPositions.current();
        List<RecordKey> records = request.getRecordsList().stream()
                .map(name -> RequestedRecord.ofCall(name.getRecordType(), name.getRecordId()))
                .toList();
        Answers.later(
                answer, reads.aggregated("records", records, positions.seen()).thenApply(read -> {
                    positions.reflect(read.freshness());
                    return RatingMessages.batch(read.found());
                }));
    }

    @Override
    public void putRating(PutRatingRequest request, StreamObserver<PutRatingResponse> answer) {
        if (!request.hasValue()) {
            throw new InvalidInputException("value", "", "a number, for example 4.5");
        }
        RatingChange change = new RatingChange(
                RequestedRecord.ofCall(request.getRecordType(), request.getRecordId()),
                request.getUserId(),
                OptionalInt.of(Hundredths.of("value", request.getValue())),
                request.hasRatedAt() ? Optional.of(time(request.getRatedAt())) : Optional.empty(),
                request.getProviderId());
        Answers.later(
                answer,
                request.getAcknowledgement() == Acknowledgement.ACKNOWLEDGEMENT_VISIBLE
                        ? writeVisibly(change)
                                .thenApply(seen -> RatingMessages.put(seen.written())
                                        .setVisibility(RatingMessages.visibility(seen))
                                        .build())
                        : write(change)
                                .thenApply(
                                        written -> RatingMessages.put(written).build()));
    }

    @Override
    public void deleteRating(DeleteRatingRequest request, StreamObserver<DeleteRatingResponse> answer) {
        RatingChange change = new RatingChange(
                RequestedRecord.ofCall(request.getRecordType(), request.getRecordId()),
                request.getUserId(),
                OptionalInt.empty(),
                request.hasRatedAt() ? Optional.of(time(request.getRatedAt())) : Optional.empty(),
                request.getProviderId());
        Answers.later(
                answer,
                request.getAcknowledgement() == Acknowledgement.ACKNOWLEDGEMENT_VISIBLE
                        ? writeVisibly(change)
                                .thenApply(seen -> RatingMessages.delete(seen.written())
                                        .setVisibility(RatingMessages.visibility(seen))
                                        .build())
                        : write(change)
                                .thenApply(written ->
                                        RatingMessages.delete(written).build()));
    }

    @Override
    public StreamObserver<WriteRatingsRequest> writeRatings(StreamObserver<WriteRatingsResponse> answer) {
        Client client = Client.current();
        client.admitWrite();
        return RatingStream.start(writes, client, answer);
    }

    private CompletableFuture<WrittenRating> write(RatingChange change) {
        CallPositions positions = CallPositions.current();
        return writes.write(Client.current().admitWrite(), change).thenApply(written -> {
            positions.written(written.position());
            return written;
        });
    }

    private CompletableFuture<VisibleRating> writeVisibly(RatingChange change) {
        CallPositions positions = CallPositions.current();
        return visible.write(Client.current().admitWrite(), change).thenApply(seen -> {
            positions.reflect(seen.aggregate().freshness());
            return seen;
        });
    }

    private static Instant time(Timestamp ratedAt) {
        if (!Timestamps.isValid(ratedAt)) {
            throw new InvalidInputException("ratedAt", ratedAt.getSeconds() + " s", "a time in the years 1 to 9999");
        }
        return Instant.ofEpochMilli(Timestamps.toMillis(ratedAt));
    }

    @Override
    public void getRating(GetRatingRequest request, StreamObserver<GetRatingResponse> answer) {
        CallPositions positions = CallPositions.current();
        RecordKey record = RequestedRecord.ofCall(request.getRecordType(), request.getRecordId());
        String userId = request.getUserId();
        Answers.later(answer, reads.rating(record, userId, positions.seen()).thenApply(read -> {
            positions.reflect(read.freshness());
            UserRating rating = read.found().orElseThrow(() -> RatingReadController.noRating(record, userId));
            return GetRatingResponse.newBuilder()
                    .setRating(RatingMessages.rating(rating))
                    .build();
        }));
    }

    @Override
    public void listRatings(ListRatingsRequest request, StreamObserver<ListRatingsResponse> answer) {
        CallPositions positions = CallPositions.current();
        RecordKey record = RequestedRecord.ofCall(request.getRecordType(), request.getRecordId());
        int pageSize = request.getPageSize() == 0 ? RatingReadController.PAGE_SIZE : request.getPageSize();
        Answers.later(
                answer,
                reads.ratings(record, pageSize, request.getPageToken(), positions.seen())
                        .thenApply(read -> {
                            positions.reflect(read.freshness());
                            return RatingMessages.page(read.found());
                        }));
    }
}
