package com.movieexample.query;

import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.GetViewDigestsRequest;
import com.movieexample.api.v1.GetViewDigestsResponse;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.topics.view.ViewSnapshot;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** gRPC {@code RatingsViewService}: hands out a generation of the ratings view, as this instance has it. */
final class RatingsDump extends RatingsViewServiceGrpc.RatingsViewServiceImplBase {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofMillis(50);
    private static final int TRIES = 200;

    private final IntFunction<ServedGeneration> copies;

    /** @param copies the one of a number, or for 0 the one that is answered from; fails as unavailable if there is none */
    RatingsDump(IntFunction<ServedGeneration> copies) {
        this.copies = copies;
    }

    @Override
    public void dumpRatingsView(DumpRatingsViewRequest request, StreamObserver<DumpRatingsViewResponse> answer) {
        RatingsView ratings = readable(request.getGeneration());
        DumpPieces pieces = new DumpPieces((ServerCallStreamObserver<DumpRatingsViewResponse>) answer);
        try (ViewSnapshot snapshot = awaitWholeSnapshot(ratings)) {
            pieces.send(ratings.digestsIn(snapshot));
            snapshot.forEach(pieces::add);
            pieces.send();
            answer.onCompleted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", RETRY_AFTER);
        }
    }

    @Override
    public void getViewDigests(GetViewDigestsRequest request, StreamObserver<GetViewDigestsResponse> answer) {
        ViewDigests digests = readable(request.getGeneration()).digests();
        Answers.one(
                answer,
                GetViewDigestsResponse.newBuilder()
                        .putAllWatermarks(digests.watermarks())
                        .putAllCheckpoints(digests.checkpoints())
                        .build());
    }

    private RatingsView readable(int generation) {
        RatingsView ratings = copies.apply(generation).ratings();
        if (!ratings.view().status().readable()) {
            throw ServiceException.unavailable(
                    "the ratings view can't be read yet: "
                            + ratings.view().status().detail(),
                    RETRY_AFTER);
        }
        return ratings;
    }

    /** The fold commits ten times a second, and between its transactions the copy is whole. */
    private static ViewSnapshot awaitWholeSnapshot(RatingsView ratings) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Optional<ViewSnapshot> snapshot = ratings.wholeSnapshot();
            if (snapshot.isPresent()) {
                return snapshot.get();
            }
            ratings.view().progress().awaitNext(BETWEEN_TRANSACTIONS);
        }
        throw ServiceException.unavailable("the ratings view is taking in too much to be dumped", RETRY_AFTER);
    }
}
