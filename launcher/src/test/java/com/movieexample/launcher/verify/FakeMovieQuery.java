package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Checkpoints;
import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.DumpedAggregate;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.api.v1.Watermark;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves what a test tells it to, on a free port. */
final class FakeMovieQuery extends RatingsViewServiceGrpc.RatingsViewServiceImplBase implements AutoCloseable {
    final Map<String, RatingAggregate> aggregates = new TreeMap<>();
    final Map<Integer, Watermark> watermarks = new HashMap<>();
    final Map<Integer, Checkpoints> checkpoints = new HashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Server server;
    private volatile Runnable onAsked = () -> {};

    FakeMovieQuery() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(this)
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Is not ready for the next few calls. */
    void refuse(int calls) {
        refusals.set(calls);
    }

    /** Done before each answer. */
    void onAsked(Runnable action) {
        onAsked = action;
    }

    @Override
    public void dumpRatingsView(DumpRatingsViewRequest request, StreamObserver<DumpRatingsViewResponse> answer) {
        if (refusals.getAndDecrement() > 0) {
            answer.onError(Status.UNAVAILABLE
                    .withDescription("the ratings view can't be read yet")
                    .asRuntimeException());
            return;
        }
        onAsked.run();
        answer.onNext(DumpRatingsViewResponse.newBuilder()
                .putAllWatermarks(watermarks)
                .putAllCheckpoints(checkpoints)
                .build());
        aggregates.forEach((key, aggregate) -> answer.onNext(DumpRatingsViewResponse.newBuilder()
                .addAggregates(DumpedAggregate.newBuilder().setRecordKey(key).setAggregate(aggregate))
                .build()));
        answer.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
