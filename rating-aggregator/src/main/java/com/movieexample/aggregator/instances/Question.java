package com.movieexample.aggregator.instances;

import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.Holder;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What a caller wants to know of some partitions. Asked of stores here or elsewhere, and perhaps more than once. */
public interface Question<T> {
    /** Answers from this instance's stores; fails as unavailable when they can't. */
    CompletableFuture<T> here(Set<Integer> partitions, Holder holder);

    /** Asks another instance for what its own stores say. */
    void there(AggregateServiceStub instance, Set<Integer> partitions, Holder holder, StreamObserver<T> answer);
}
