package com.movieexample.ingester;

import com.movieexample.api.v1.WriteRatingsRequest;
import com.movieexample.api.v1.WriteRatingsResponse;
import com.movieexample.runtime.errors.GrpcProblems;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * The writes of one call of {@code WriteRatings}: a bounded number under way, each answered in its turn. The next event is
 * asked for when an answer has gone out, and answers go out only as fast as the caller reads them. Thread-safe.
 */
final class RatingStream implements StreamObserver<WriteRatingsRequest> {
    static final int UNDER_WAY = 1_000;

    private final RatingWriteController controller;
    private final ServerCallStreamObserver<WriteRatingsResponse> answer;
    /** In the order of the events. */
    private final Deque<CompletableFuture<RatingOutcome>> outcomes = new ArrayDeque<>();

    private long answered;
    private boolean noMoreEvents;
    private boolean ended;

    private RatingStream(RatingWriteController controller, ServerCallStreamObserver<WriteRatingsResponse> answer) {
        this.controller = controller;
        this.answer = answer;
    }

    /** To be called before the handler of the call returns. */
    static RatingStream start(RatingWriteController controller, StreamObserver<WriteRatingsResponse> answer) {
        var call = (ServerCallStreamObserver<WriteRatingsResponse>) answer;
        RatingStream stream = new RatingStream(controller, call);
        call.disableAutoRequest();
        call.setOnReadyHandler(stream::answer);
        call.setOnCancelHandler(stream::cancel);
        call.request(UNDER_WAY);
        return stream;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is in the queue, and does not fail
    public void onNext(WriteRatingsRequest request) {
        if (hasEnded()) {
            return;
        }
        // Without the lock: a full buffer holds up the write, and is emptied by the thread that ends writes.
        CompletableFuture<RatingOutcome> outcome = RatingOutcome.of(controller, request::getEvent);
        add(outcome);
        outcome.thenRun(this::answer);
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void add(CompletableFuture<RatingOutcome> outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void onCompleted() {
        synchronized (this) {
            noMoreEvents = true;
        }
        answer();
    }

    /** The caller is gone. What it sent is on its way to the log all the same. */
    @Override
    public void onError(Throwable failure) {
        cancel();
    }

    private synchronized void cancel() {
        ended = true;
        outcomes.clear();
    }

    private synchronized void answer() {
        while (!ended && !outcomes.isEmpty() && outcomes.peek().isDone() && answer.isReady()) {
            RatingOutcome outcome = outcomes.remove().join();
            if (outcome.isLost()) {
                cancel();
                answer.onError(GrpcProblems.write(outcome.problem().orElseThrow()));
            } else {
                answer.onNext(RatingMessages.outcome(++answered, outcome));
                answer.request(1);
            }
        }
        if (!ended && noMoreEvents && outcomes.isEmpty()) {
            ended = true;
            answer.onCompleted();
        }
    }
}
