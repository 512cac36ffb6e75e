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
    private final List<Supplier<ViewDescription>> views;

    /**
     * @param service its name in the registry
     * @param views each asked at every call, in this order; must be quick, and thread-safe
     */
    public OperatorGrpcHandler(String service, List<Supplier<ViewDescription>> views) {
        this.service = service;
        this.views = List.copyOf(views);
    }

    @Override
    public void describeViews(DescribeViewsRequest request, StreamObserver<DescribeViewsResponse> answer) {
        DescribeViewsResponse.Builder response =
                DescribeViewsResponse.newBuilder().setService(service);
        views.forEach(view -> response.addViews(view.get()));
        Answers.one(answer, response.build());
    }
}
