package com.movieexample.runtime.grpc;

import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.requests.RequestScope;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Answers a unary call, at once or when a future is done. Thread-safe. */
public final class Answers {
    private Answers() {}

    public static <T> void one(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    /** Answers with what the future brings, or with the status of its failure. Does not wait for it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the answer is the end of it
    public static <T> void later(StreamObserver<T> answer, CompletableFuture<T> message) {
        String requestId = RequestScope.requestId();
        message.whenComplete((value, failure) -> {
            if (failure == null) {
                one(answer, value);
            } else {
                RequestScope.within(
                        requestId, () -> answer.onError(GrpcProblems.write(Problems.report(failure, "a gRPC call"))));
            }
        });
    }
}
