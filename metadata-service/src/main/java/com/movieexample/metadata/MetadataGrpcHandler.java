package com.movieexample.metadata;

import com.movieexample.api.v1.BatchGetMetadataRequest;
import com.movieexample.api.v1.BatchGetMetadataResponse;
import com.movieexample.api.v1.DeleteMetadataRequest;
import com.movieexample.api.v1.DeleteMetadataResponse;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.api.v1.PutMetadataResponse;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import io.grpc.stub.StreamObserver;

/** gRPC {@code MetadataService}. */
final class MetadataGrpcHandler extends MetadataServiceGrpc.MetadataServiceImplBase {
    private final MetadataController controller;

    MetadataGrpcHandler(MetadataController controller) {
        this.controller = controller;
    }

    @Override
    public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> answer) {
        CallPositions positions = CallPositions.current();
        String id = request.getMovieId();
        Answers.later(answer, controller.get(id, positions.seen()).thenApply(read -> {
            positions.reflect(read.freshness());
            Metadata metadata = read.found().orElseThrow(() -> MetadataController.noMetadata(id));
            return GetMetadataResponse.newBuilder().setMetadata(metadata).build();
        }));
    }

    @Override
    public void batchGetMetadata(BatchGetMetadataRequest request, StreamObserver<BatchGetMetadataResponse> answer) {
        CallPositions positions = CallPositions.current();
        Answers.later(
                answer,
                controller.getAll(request.getMovieIdsList(), positions.seen()).thenApply(read -> {
                    positions.reflect(read.freshness());
                    return BatchGetMetadataResponse.newBuilder()
                            .addAllFound(read.found().records())
                            .addAllMissing(read.found().missing())
                            .build();
                }));
    }

    @Override
    public void putMetadata(PutMetadataRequest request, StreamObserver<PutMetadataResponse> answer) {
        CallPositions positions = CallPositions.current();
        Answers.later(
                answer,
                controller
                        .put(Client.current().admitWrite(), request.getMetadata())
                        .thenApply(position -> {
                            positions.written(position);
                            return PutMetadataResponse.newBuilder()
                                    .setPosition(position.toString())
                                    .build();
                        }));
    }

    @Override
    public void deleteMetadata(DeleteMetadataRequest request, StreamObserver<DeleteMetadataResponse> answer) {
        CallPositions positions = CallPositions.current();
        Answers.later(
                answer,
                controller
                        .delete(Client.current().admitWrite(), request.getMovieId())
                        .thenApply(position -> {
                            positions.written(position);
                            return DeleteMetadataResponse.newBuilder()
                                    .setPosition(position.toString())
                                    .build();
                        }));
    }
}
