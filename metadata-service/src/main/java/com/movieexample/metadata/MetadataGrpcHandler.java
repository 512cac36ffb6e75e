package com.movieexample.metadata;

import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.api.v1.PutMetadataResponse;
import com.movieexample.runtime.grpc.Answers;
import io.grpc.stub.StreamObserver;

/** gRPC {@code MetadataService}. */
final class MetadataGrpcHandler extends MetadataServiceGrpc.MetadataServiceImplBase {
    private final MetadataController controller;

    MetadataGrpcHandler(MetadataController controller) {
        this.controller = controller;
    }

    @Override
    public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> answer) {
        Answers.one(
                answer,
                GetMetadataResponse.newBuilder()
                        .setMetadata(controller.get(request.getMovieId()))
                        .build());
    }

    @Override
    public void putMetadata(PutMetadataRequest request, StreamObserver<PutMetadataResponse> answer) {
        Answers.later(
                answer,
                controller
                        .put(request.getMetadata())
                        .thenApply(position -> PutMetadataResponse.newBuilder()
                                .setPosition(position.toString())
                                .build()));
    }
}
