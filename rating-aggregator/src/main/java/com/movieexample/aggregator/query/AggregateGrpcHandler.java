package com.movieexample.aggregator.query;

import com.movieexample.aggregator.instances.Found;
import com.movieexample.aggregator.instances.PartitionReads;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.Holder;
import com.movieexample.api.v1.ListUserRatingsRequest;
import com.movieexample.api.v1.ListUserRatingsResponse;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** gRPC {@code AggregateService}: over this instance's stores, and those of the others. */
public final class AggregateGrpcHandler extends AggregateServiceGrpc.AggregateServiceImplBase {
    private static final int MAX_KEYS = 100;
    private static final int MAX_PAGE = 1_000;

    /** What another instance may take that waits for no position: less than callers wait. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final RatingsRepository ratings;
    private final PositionedReads reads;
    private final PartitionReads partitions;
    private final Duration positionTimeout;

    /** @param positionTimeout how long a read waits for a position that it must have seen */
    public AggregateGrpcHandler(
            RatingsRepository ratings, PositionedReads reads, PartitionReads partitions, Duration positionTimeout) {
        this.ratings = ratings;
        this.reads = reads;
        this.partitions = partitions;
        this.positionTimeout = positionTimeout;
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        Positions seen = CallPositions.current().seen();
        requireFrom1To("recordKeys", request.getRecordKeysCount(), MAX_KEYS, " keys");
        List<RecordKey> records =
                request.getRecordKeysList().stream().map(RecordKey::parse).toList();
        RecordQuestion<GetAggregatesResponse> question = new RecordQuestion<>(
                ratings,
                reads,
                records,
                seen,
                this::aggregates,
                found -> found.getAggregatesList().stream()
                        .map(RecordAggregate::getReach)
                        .toList(),
                (instance, asked, holder, there) -> instance.getAggregates(
                        GetAggregatesRequest.newBuilder()
                                .addAllRecordKeys(
                                        asked.stream().map(RecordKey::toString).toList())
                                .setHolder(holder)
                                .build(),
                        there));
        Answers.later(
                answer,
                request.getHolder() == Holder.HOLDER_UNSPECIFIED
                        ? anywhere(question).thenApply(found -> inOrder(records, found))
                        : question.onlyHere(partitionsOf(records), request.getHolder()));
    }

    private GetAggregatesResponse aggregates(List<RecordKey> records, Holder holder) {
        return GetAggregatesResponse.newBuilder()
                .addAllAggregates(records.stream()
                        .map(record -> aggregate(record, holder))
                        .toList())
                .build();
    }

    private RecordAggregate aggregate(RecordKey record, Holder holder) {
        return ratings.read(record, holder, view -> {
            RecordAggregate.Builder found =
                    RecordAggregate.newBuilder().setRecordKey(record.toString()).setReach(view.reach());
            view.aggregate(record).ifPresent(found::setAggregate);
            return found.build();
        });
    }

    /** As the caller asked for them, wherever they came from. */
    private static GetAggregatesResponse inOrder(List<RecordKey> records, Found<GetAggregatesResponse> found) {
        Map<String, RecordAggregate> byKey = new HashMap<>();
        found.answers().forEach(part -> part.getAggregatesList().forEach(one -> byKey.put(one.getRecordKey(), one)));
        if (byKey.isEmpty()) {
            throw RecordQuestion.unavailable(found.missing());
        }
        GetAggregatesResponse.Builder all = GetAggregatesResponse.newBuilder();
        for (RecordKey record : records) {
            RecordAggregate one = byKey.get(record.toString());
            if (one == null) {
                all.addUnavailableRecordKeys(record.toString());
            } else {
                all.addAggregates(one);
            }
        }
        return all.build();
    }

    @Override
    public void getUserRating(GetUserRatingRequest request, StreamObserver<GetUserRatingResponse> answer) {
        RecordKey record = RecordKey.parse(request.getRecordKey());
        Ids.require("userId", request.getUserId());
        RecordQuestion<GetUserRatingResponse> question = new RecordQuestion<>(
                ratings,
                reads,
                List.of(record),
                CallPositions.current().seen(),
                (asked, holder) -> rating(record, holder, request.getUserId()),
                found -> List.of(found.getReach()),
                (instance, asked, holder, there) -> instance.getUserRating(
                        request.toBuilder().setHolder(holder).build(), there));
        Answers.later(answer, one(question, request.getHolder()));
    }

    private GetUserRatingResponse rating(RecordKey record, Holder holder, String userId) {
        return ratings.read(record, holder, view -> {
            GetUserRatingResponse.Builder found =
                    GetUserRatingResponse.newBuilder().setReach(view.reach());
            view.rating(record, userId).ifPresent(found::setRating);
            return found.build();
        });
    }

    @Override
    public void listUserRatings(ListUserRatingsRequest request, StreamObserver<ListUserRatingsResponse> answer) {
        RecordKey record = RecordKey.parse(request.getRecordKey());
        requireFrom1To("pageSize", request.getPageSize(), MAX_PAGE, "");
        if (!request.getAfterUserId().isEmpty()) {
            Ids.require("afterUserId", request.getAfterUserId());
        }
        RecordQuestion<ListUserRatingsResponse> question = new RecordQuestion<>(
                ratings,
                reads,
                List.of(record),
                CallPositions.current().seen(),
                (asked, holder) -> page(record, holder, request),
                found -> List.of(found.getReach()),
                (instance, asked, holder, there) -> instance.listUserRatings(
                        request.toBuilder().setHolder(holder).build(), there));
        Answers.later(answer, one(question, request.getHolder()));
    }

    private ListUserRatingsResponse page(RecordKey record, Holder holder, ListUserRatingsRequest request) {
        return ratings.read(record, holder, view -> {
            ListUserRatingsResponse.Builder found =
                    ListUserRatingsResponse.newBuilder().setReach(view.reach());
            PartitionView.Page page = view.page(record, request.getPageSize(), request.getAfterUserId());
            return found.addAllRatings(page.ratings())
                    .setNextAfterUserId(page.nextAfterUserId())
                    .build();
        });
    }

    /** The answer to a question that concerns one partition. */
    private <T> CompletableFuture<T> one(RecordQuestion<T> question, Holder holder) {
        if (holder != Holder.HOLDER_UNSPECIFIED) {
            return question.onlyHere(partitionsOf(question.records()), holder);
        }
        return anywhere(question)
                .thenApply(found -> found.answers().stream()
                        .findFirst()
                        .orElseThrow(() -> RecordQuestion.unavailable(found.missing())));
    }

    private <T> CompletableFuture<Found<T>> anywhere(RecordQuestion<T> question) {
        // A position that a reader waits for may come at another instance, when its partition moves meanwhile.
        Duration waiting = question.seen().isEmpty() ? Duration.ZERO : positionTimeout;
        return partitions.ask(partitionsOf(question.records()), PATIENCE.plus(waiting), waiting, question);
    }

    private Set<Integer> partitionsOf(List<RecordKey> records) {
        return records.stream().map(ratings::partitionOf).collect(Collectors.toSet());
    }

    private static void requireFrom1To(String field, int number, int most, String unit) {
        if (number < 1 || number > most) {
            throw new InvalidInputException(field, Integer.toString(number), "1 to " + most + unit);
        }
    }
}
