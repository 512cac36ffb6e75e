package com.movieexample.ingester;

import com.movieexample.api.v1.WriteRatingsRequest;
import com.movieexample.api.v1.WriteRatingsResponse;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.admission.Reservation;
import com.movieexample.runtime.errors.GrpcProblems;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The writes of one call of {@code WriteRatings}: so many under way, in number and in bytes, each answered in its turn.
 * The next event is asked for while there is room, and answers go out only as fast as the caller reads them. Thread-safe.
 */
final class RatingStream implements StreamObserver<WriteRatingsRequest> {
    static final int UNDER_WAY = 1_000;
    private static final long UNDER_WAY_BYTES = 1 << 20;
    /** The longest message comes on top of what is under way. */
    private static final long RESERVED_BYTES = 2 * UNDER_WAY_BYTES;

    private final RatingWriteController controller;
    private final Client client;
    private final ServerCallStreamObserver<WriteRatingsResponse> answer;
    private final Reservation reservation;
    /** In the order of the events. */
    private final Deque<Write> writes = new ArrayDeque<>();

    private long bytes;
    private long answered;
    private boolean waitsForAnEvent;
    private boolean noMoreEvents;
    private boolean ended;

    private record Write(int size, CompletableFuture<RatingOutcome> outcome) {}

    private RatingStream(
            RatingWriteController controller, Client client, ServerCallStreamObserver<WriteRatingsResponse> answer) {
        this.controller = controller;
        this.client = client;
        this.answer = answer;
        this.reservation = client.reserve(RESERVED_BYTES);
    }

    /** To be called before the handler of the call returns. */
    static RatingStream start(
            RatingWriteController controller, Client client, StreamObserver<WriteRatingsResponse> answer) {
        var call = (ServerCallStreamObserver<WriteRatingsResponse>) answer;
        RatingStream stream = new RatingStream(controller, client, call);
        call.disableAutoRequest();
        call.setOnReadyHandler(stream::answer);
        call.setOnCancelHandler(stream::cancel);
        stream.answer();
        return stream;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is in the queue, and does not fail
    public void onNext(WriteRatingsRequest request) {
        if (hasEnded()) {
            return;
        }
        client.spend(1);
        // Without the lock: a full buffer holds up the write, and is emptied by the thread that ends writes.
        CompletableFuture<RatingOutcome> outcome = RatingOutcome.of(controller, client.caller(), request::getEvent);
        add(new Write(request.getSerializedSize(), outcome));
        outcome.thenRun(this::answer);
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void add(Write write) {
        writes.add(write);
        bytes += write.size;
        waitsForAnEvent = false;
        ask();
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
        writes.clear();
        reservation.close();
    }

    private synchronized void answer() {
        while (!ended && !writes.isEmpty() && writes.peek().outcome.isDone() && answer.isReady()) {
            Write write = writes.remove();
            bytes -= write.size;
            RatingOutcome outcome = write.outcome.join();
            if (outcome.isLost()) {
                cancel();
                answer.onError(GrpcProblems.write(outcome.problem().orElseThrow()));
            } else {
                answer.onNext(RatingMessages.outcome(++answered, outcome));
            }
        }
        if (!ended && noMoreEvents && writes.isEmpty()) {
            ended = true;
            reservation.close();
            answer.onCompleted();
        }
        ask();
    }

    /** Asks for the next event while there is room for it; who writes more than it may in a second is asked later. */
    private synchronized void ask() {
        if (ended || noMoreEvents || waitsForAnEvent || writes.size() >= UNDER_WAY || bytes >= UNDER_WAY_BYTES) {
            return;
        }
        waitsForAnEvent = true;
        Duration debt = client.debt();
        if (debt.isZero()) {
            answer.request(1);
        } else {
            CompletableFuture.delayedExecutor(debt.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> answer.request(1));
        }
    }
}
