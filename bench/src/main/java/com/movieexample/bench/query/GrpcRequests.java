package com.movieexample.bench.query;

import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.bench.contest.WrongAnswerException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Unary gRPC calls, so many of them under way all the time over a few connections. */
final class GrpcRequests implements Requests {
    private static final int CONNECTIONS = 4;

    private final int inFlight;
    private final List<GetMovieDetailsRequest> requests;

    GrpcRequests(int inFlight, List<String> ids) {
        this.inFlight = inFlight;
        this.requests = ids.stream()
                .map(id -> GetMovieDetailsRequest.newBuilder().setMovieId(id).build())
                .toList();
    }

    @Override
    public Load send(int port, Duration time) throws InterruptedException {
        List<ManagedChannel> channels =
                Stream.generate(() -> connect(port)).limit(CONNECTIONS).toList();
        try {
            long begun = System.nanoTime();
            Turns turns = new Turns(begun + time.toNanos());
            List<Caller> callers = IntStream.range(0, inFlight)
                    .mapToObj(number -> new Caller(channels.get(number % CONNECTIONS), number, turns))
                    .toList();
            callers.forEach(Caller::callNext);
            turns.awaitEnd();
            return Load.of(
                    callers.stream().map(caller -> caller.times.all()).toList(), (System.nanoTime() - begun) / 1e9);
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }

    static ManagedChannel connect(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .build();
    }

    /** When the callers stop, and what went wrong first. */
    private final class Turns {
        private final long until;
        private final CountDownLatch calling = new CountDownLatch(inFlight);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        private Turns(long until) {
            this.until = until;
        }

        private void awaitEnd() throws InterruptedException {
            calling.await();
            if (failure.get() != null) {
                throw new WrongAnswerException("the gRPC server", failure.get().toString());
            }
        }
    }

    /** Calls again whenever it was answered. Its calls follow each other, so nothing in it needs a lock. */
    private final class Caller implements StreamObserver<GetMovieDetailsResponse> {
        private final ManagedChannel channel;
        private final Turns turns;
        private final Load.Times times = new Load.Times();
        private int next;
        private long sent;
        private boolean answered;

        private Caller(ManagedChannel channel, int number, Turns turns) {
            this.channel = channel;
            this.turns = turns;
            this.next = number * requests.size() / inFlight;
        }

        private void callNext() {
            answered = false;
            sent = System.nanoTime();
            ClientCalls.asyncUnaryCall(
                    channel.newCall(MovieServiceGrpc.getGetMovieDetailsMethod(), CallOptions.DEFAULT),
                    requests.get(next++ % requests.size()),
                    this);
        }

        @Override
        public void onNext(GetMovieDetailsResponse answer) {
            answered = answer.hasMovieDetails();
        }

        @Override
        public void onError(Throwable failure) {
            turns.failure.compareAndSet(null, failure);
            turns.calling.countDown();
        }

        @Override
        public void onCompleted() {
            if (!answered) {
                onError(new IllegalStateException("an answer without a movie"));
                return;
            }
            long now = System.nanoTime();
            times.add(now - sent);
            if (now < turns.until) {
                callNext();
            } else {
                turns.calling.countDown();
            }
        }
    }
}
