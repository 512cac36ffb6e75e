package com.movieexample.query.live;

import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problem;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Updates of a gRPC call. While the caller takes nothing only the newest state is kept. Thread-safe.
 *
 * @param <M> what is watched
 * @param <A> the answer that it is sent in
 */
public final class CallStream<M, A> implements Watcher<M> {
    private final ServerCallStreamObserver<A> call;
    private final Function<Update<M>, A> answer;
    private final Consumer<CallStream<M, A>> whenItEnds;
    private Update<M> newest;
    private boolean ended;

    private CallStream(
            ServerCallStreamObserver<A> call, Function<Update<M>, A> answer, Consumer<CallStream<M, A>> whenItEnds) {
        this.call = call;
        this.answer = answer;
        this.whenItEnds = whenItEnds;
    }

    /**
     * Begins the answer; on the thread that the call arrives on.
     *
     * @param whenItEnds is called once
     */
    public static <M, A> CallStream<M, A> begin(
            ServerCallStreamObserver<A> call, Function<Update<M>, A> answer, Consumer<CallStream<M, A>> whenItEnds) {
        CallStream<M, A> stream = new CallStream<>(call, answer, whenItEnds);
        call.setOnReadyHandler(stream::send);
        call.setOnCancelHandler(stream::cancelled);
        return stream;
    }

    @Override
    public synchronized void update(Update<M> update) {
        newest = update;
        send();
    }

    private synchronized void send() {
        if (!ended && newest != null && call.isReady()) {
            Update<M> update = newest;
            newest = null;
            call.onNext(answer.apply(update));
        }
    }

    /** HTTP/2 says itself whether the other end is there. */
    @Override
    public void beat() {}

    private void cancelled() {
        if (endsNow()) {
            whenItEnds.accept(this);
        }
    }

    @Override
    public void end() {
        if (endsNow()) {
            whenItEnds.accept(this);
            call.onCompleted();
        }
    }

    @Override
    public void fail(Problem problem) {
        if (endsNow()) {
            whenItEnds.accept(this);
            call.onError(GrpcProblems.write(problem));
        }
    }

    private synchronized boolean endsNow() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}
