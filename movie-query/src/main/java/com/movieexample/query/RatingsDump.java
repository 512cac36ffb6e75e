package com.movieexample.query;

import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.view.ViewSnapshot;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;

/** gRPC {@code RatingsViewService}: hands out the ratings view as it is being served. */
final class RatingsDump extends RatingsViewServiceGrpc.RatingsViewServiceImplBase {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofMillis(50);
    private static final int TRIES = 200;

    private final RatingsView ratings;

    RatingsDump(RatingsView ratings) {
        this.ratings = ratings;
    }

    @Override
    public void dumpRatingsView(DumpRatingsViewRequest request, StreamObserver<DumpRatingsViewResponse> answer) {
        if (!ratings.view().status().readable()) {
            throw ServiceException.unavailable(
                    "the ratings view can't be read yet: "
                            + ratings.view().status().detail(),
                    RETRY_AFTER);
        }
        DumpPieces pieces = new DumpPieces((ServerCallStreamObserver<DumpRatingsViewResponse>) answer);
        try (ViewSnapshot snapshot = awaitWholeSnapshot()) {
            pieces.send(ratings.digestsIn(snapshot));
            snapshot.forEach(pieces::add);
            pieces.send();
            answer.onCompleted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", RETRY_AFTER);
        }
    }

    /** The fold commits ten times a second, and between its transactions the copy is whole. */
    private ViewSnapshot awaitWholeSnapshot() throws InterruptedException {
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
