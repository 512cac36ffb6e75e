package com.movieexample.bench.query;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.topics.RecordKey;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Asks a service for a rating that was just acknowledged, and takes the time until it answers. Thread-safe. */
final class FreshnessProbe implements AutoCloseable {
    private static final Metadata.Key<String> POSITION =
            Metadata.Key.of(Positions.HEADER.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final Question<?, ?> question;
    private final Phaser underWay = new Phaser(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private Load.Times times = new Load.Times();

    private record Question<Q, A>(MethodDescriptor<Q, A> method, Function<String, Q> about) {}

    private FreshnessProbe(int port, Question<?, ?> question) {
        this.channel = GrpcRequests.connect(port);
        this.question = question;
    }

    static FreshnessProbe ofAggregator(int port) {
        return new FreshnessProbe(
                port,
                new Question<>(
                        AggregateServiceGrpc.getGetAggregatesMethod(),
                        id -> GetAggregatesRequest.newBuilder()
                                .addRecordKeys(RecordKey.movie(id).toString())
                                .build()));
    }

    static FreshnessProbe ofMovieQuery(int port) {
        return new FreshnessProbe(
                port,
                new Question<>(
                        MovieServiceGrpc.getGetMovieDetailsMethod(),
                        id -> GetMovieDetailsRequest.newBuilder().setMovieId(id).build()));
    }

    /** The answer must have seen the position, so it comes when the rating can be seen. */
    void ask(String movie, Position written) {
        ask(question, movie, written, System.nanoTime());
    }

    private <Q, A> void ask(Question<Q, A> asked, String movie, Position written, long acknowledged) {
        underWay.register();
        Metadata seen = new Metadata();
        seen.put(POSITION, written.toString());
        ClientCalls.asyncUnaryCall(
                ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(seen))
                        .newCall(asked.method, CallOptions.DEFAULT),
                asked.about.apply(movie),
                new StreamObserver<>() {
                    @Override
                    public void onNext(A answer) {
                        note(System.nanoTime() - acknowledged);
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        failure.compareAndSet(null, thrown);
                        underWay.arriveAndDeregister();
                    }

                    @Override
                    public void onCompleted() {
                        underWay.arriveAndDeregister();
                    }
                });
    }

    private synchronized void note(long nanos) {
        times.add(nanos);
    }

    /** What came of all questions since the last time, once the last of them is answered. */
    Load take() {
        underWay.arriveAndAwaitAdvance();
        if (failure.get() != null) {
            throw new WrongAnswerException(
                    "a reader of a new rating", failure.get().toString());
        }
        synchronized (this) {
            Load.Times taken = times;
            times = new Load.Times();
            return Load.of(List.of(taken.all()), 1);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
