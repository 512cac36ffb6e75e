package com.movieexample.aggregator.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.ListUserRatingsRequest;
import com.movieexample.api.v1.ListUserRatingsResponse;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** gRPC {@code AggregateService} over this instance's stores. */
public final class AggregateGrpcHandler extends AggregateServiceGrpc.AggregateServiceImplBase {
    private static final int MAX_KEYS = 100;
    private static final int MAX_PAGE = 1_000;

    private final RatingsRepository ratings;
    private final PositionedReads reads;

    public AggregateGrpcHandler(RatingsRepository ratings, PositionedReads reads) {
        this.ratings = ratings;
        this.reads = reads;
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        Positions seen = CallPositions.current().seen();
        requireFrom1To("recordKeys", request.getRecordKeysCount(), MAX_KEYS, " keys");
        List<RecordKey> records =
                request.getRecordKeysList().stream().map(RecordKey::parse).toList();
        Answers.later(
                answer,
                reads.read(
                        seen,
                        records,
                        () -> aggregates(records),
                        found -> found.getAggregatesList().stream()
                                .map(RecordAggregate::getReach)
                                .toList()));
    }

    private GetAggregatesResponse aggregates(List<RecordKey> records) {
        return GetAggregatesResponse.newBuilder()
                .addAllAggregates(records.stream().map(this::aggregate).toList())
                .build();
    }

    private RecordAggregate aggregate(RecordKey record) {
        return ratings.read(record, view -> {
            RecordAggregate.Builder found =
                    RecordAggregate.newBuilder().setRecordKey(record.toString()).setReach(view.reach());
            view.aggregate(record).ifPresent(found::setAggregate);
            return found.build();
        });
    }

    @Override
    public void getUserRating(GetUserRatingRequest request, StreamObserver<GetUserRatingResponse> answer) {
        Positions seen = CallPositions.current().seen();
        RecordKey record = RecordKey.parse(request.getRecordKey());
        Ids.require("userId", request.getUserId());
        Answers.later(
                answer,
                reads.read(
                        seen,
                        List.of(record),
                        () -> rating(record, request.getUserId()),
                        found -> List.of(found.getReach())));
    }

    private GetUserRatingResponse rating(RecordKey record, String userId) {
        return ratings.read(record, view -> {
            GetUserRatingResponse.Builder found =
                    GetUserRatingResponse.newBuilder().setReach(view.reach());
            view.rating(record, userId).ifPresent(found::setRating);
            return found.build();
        });
    }

    @Override
    public void listUserRatings(ListUserRatingsRequest request, StreamObserver<ListUserRatingsResponse> answer) {
        Positions seen = CallPositions.current().seen();
        RecordKey record = RecordKey.parse(request.getRecordKey());
        requireFrom1To("pageSize", request.getPageSize(), MAX_PAGE, "");
        if (!request.getAfterUserId().isEmpty()) {
            Ids.require("afterUserId", request.getAfterUserId());
        }
        Answers.later(
                answer,
                reads.read(seen, List.of(record), () -> page(record, request), found -> List.of(found.getReach())));
    }

    private ListUserRatingsResponse page(RecordKey record, ListUserRatingsRequest request) {
        return ratings.read(record, view -> {
            ListUserRatingsResponse.Builder found =
                    ListUserRatingsResponse.newBuilder().setReach(view.reach());
            PartitionView.Page page = view.page(record, request.getPageSize(), request.getAfterUserId());
            return found.addAllRatings(page.ratings())
                    .setNextAfterUserId(page.nextAfterUserId())
                    .build();
        });
    }

    private static void requireFrom1To(String field, int number, int most, String unit) {
        if (number < 1 || number > most) {
            throw new InvalidInputException(field, Integer.toString(number), "1 to " + most + unit);
        }
    }
}
