package com.movieexample.aggregator.query;

import com.movieexample.aggregator.instances.Found;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** gRPC {@code AggregateService}: over this instance's stores, and those of the others. */
public final class AggregateGrpcHandler extends AggregateServiceGrpc.AggregateServiceImplBase {
    private static final int MAX_KEYS = 100;
    private static final int MAX_PAGE = 1_000;

    /** What another instance may take that waits for no position: less than callers wait. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final IntFunction<FoldReads> folds;
    private final Duration positionTimeout;

    /**
     * @param folds the generation of a number, or for 0 the one to answer from; fails as unavailable for one that is not
     *     folded here
     * @param positionTimeout how long a read waits for a position that it must have seen
     */
    public AggregateGrpcHandler(IntFunction<FoldReads> folds, Duration positionTimeout) {
        this.folds = folds;
        this.positionTimeout = positionTimeout;
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        Positions seen = CallPositions.current().seen();
        requireFrom1To("recordKeys", request.getRecordKeysCount(), MAX_KEYS, " keys");
        List<RecordKey> records =
                request.getRecordKeysList().stream().map(RecordKey::parse).toList();
        FoldReads fold = folds.apply(request.getGeneration());
        RecordQuestion<GetAggregatesResponse> question = new RecordQuestion<>(
                fold,
                records,
                seenFrom(fold, records, seen),
                (asked, holder) -> aggregates(fold, asked, holder),
                found -> found.getAggregatesList().stream()
                        .map(RecordAggregate::getReach)
                        .toList(),
                (instance, asked, holder, there) -> instance.getAggregates(
                        GetAggregatesRequest.newBuilder()
                                .addAllRecordKeys(
                                        asked.stream().map(RecordKey::toString).toList())
                                .setHolder(holder)
                                .setGeneration(fold.generation())
                                .build(),
                        there));
        Answers.later(
                answer,
                request.getHolder() == Holder.HOLDER_UNSPECIFIED
                        ? anywhere(question).thenApply(found -> inOrder(records, found))
                        : question.onlyHere(fold.partitionsOf(records), request.getHolder()));
    }

    private static GetAggregatesResponse aggregates(FoldReads fold, List<RecordKey> records, Holder holder) {
        return GetAggregatesResponse.newBuilder()
                .addAllAggregates(records.stream()
                        .map(record -> aggregate(fold, record, holder))
                        .toList())
                .build();
    }

    private static RecordAggregate aggregate(FoldReads fold, RecordKey record, Holder holder) {
        return fold.stores().read(record, holder, view -> {
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
        FoldReads fold = folds.apply(request.getGeneration());
        RecordQuestion<GetUserRatingResponse> question = new RecordQuestion<>(
                fold,
                List.of(record),
                seenFrom(fold, List.of(record), CallPositions.current().seen()),
                (asked, holder) -> rating(fold, record, holder, request.getUserId()),
                found -> List.of(found.getReach()),
                (instance, asked, holder, there) -> instance.getUserRating(
                        request.toBuilder()
                                .setHolder(holder)
                                .setGeneration(fold.generation())
                                .build(),
                        there));
        Answers.later(answer, one(question, request.getHolder()));
    }

    private static GetUserRatingResponse rating(FoldReads fold, RecordKey record, Holder holder, String userId) {
        return fold.stores().read(record, holder, view -> {
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
        FoldReads fold = folds.apply(request.getGeneration());
        RecordQuestion<ListUserRatingsResponse> question = new RecordQuestion<>(
                fold,
                List.of(record),
                seenFrom(fold, List.of(record), CallPositions.current().seen()),
                (asked, holder) -> page(fold, record, holder, request),
                found -> List.of(found.getReach()),
                (instance, asked, holder, there) -> instance.listUserRatings(
                        request.toBuilder()
                                .setHolder(holder)
                                .setGeneration(fold.generation())
                                .build(),
                        there));
        Answers.later(answer, one(question, request.getHolder()));
    }

    private static ListUserRatingsResponse page(
            FoldReads fold, RecordKey record, Holder holder, ListUserRatingsRequest request) {
        return fold.stores().read(record, holder, view -> {
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
            return question.onlyHere(question.fold().partitionsOf(question.records()), holder);
        }
        return anywhere(question)
                .thenApply(found -> found.answers().stream()
                        .findFirst()
                        .orElseThrow(() -> RecordQuestion.unavailable(found.missing())));
    }

    private <T> CompletableFuture<Found<T>> anywhere(RecordQuestion<T> question) {
        FoldReads fold = question.fold();
        // A position that a reader waits for may come at another instance, when its partition moves meanwhile.
        Duration waiting = question.seen().isEmpty() ? Duration.ZERO : positionTimeout;
        return fold.everywhere()
                .ask(fold.partitionsOf(question.records()), PATIENCE.plus(waiting), waiting, question)
                .thenApply(found -> {
                    found.answers()
                            .forEach(answer -> fold.answering(question.reached().apply(answer)));
                    return found;
                });
    }

    private static Positions seenFrom(FoldReads fold, List<RecordKey> records, Positions seen) {
        return seen.and(fold.answeredBefore(fold.partitionsOf(records)));
    }

    private static void requireFrom1To(String field, int number, int most, String unit) {
        if (number < 1 || number > most) {
            throw new InvalidInputException(field, Integer.toString(number), "1 to " + most + unit);
        }
    }
}
