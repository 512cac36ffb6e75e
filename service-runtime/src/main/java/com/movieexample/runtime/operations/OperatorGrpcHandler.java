package com.movieexample.runtime.operations;

import com.movieexample.api.v1.DescribeViewsRequest;
import com.movieexample.api.v1.DescribeViewsResponse;
import com.movieexample.api.v1.OperatorServiceGrpc;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.grpc.Answers;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;

/** gRPC {@code OperatorService} of one process. Thread-safe. */
public final class OperatorGrpcHandler extends OperatorServiceGrpc.OperatorServiceImplBase {
    private final String service;
    private final Supplier<List<ViewDescription>> views;

    /**
     * @param service its name in the registry
     * @param views asked at every call; must be quick, and thread-safe
     */
    public OperatorGrpcHandler(String service, Supplier<List<ViewDescription>> views) {
        this.service = service;
        this.views = views;
    }

    @Override
    public void describeViews(DescribeViewsRequest request, StreamObserver<DescribeViewsResponse> answer) {
        Answers.one(
                answer,
                DescribeViewsResponse.newBuilder()
                        .setService(service)
                        .addAllViews(views.get())
                        .build());
    }
}
