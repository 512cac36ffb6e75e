package com.movieexample.runtime.grpc;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** The one answer of a unary call as a future. */
public record FutureAnswer<T>(CompletableFuture<T> future) implements StreamObserver<T> {
    public FutureAnswer() {
        this(new CompletableFuture<>());
    }

    @Override
    public void onNext(T answer) {
        future.complete(answer);
    }

    @Override
    public void onError(Throwable failure) {
        future.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        // The future is done, or nothing was answered: gRPC reports that as an error.
    }
}
