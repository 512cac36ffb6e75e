package com.movieexample.query;

import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import io.grpc.stub.StreamObserver;

/** gRPC {@code MovieService}. */
final class MovieGrpcHandler extends MovieServiceGrpc.MovieServiceImplBase {
    private final MovieController controller;

    MovieGrpcHandler(MovieController controller) {
        this.controller = controller;
    }

    @Override
    public void getMovieDetails(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
        CallPositions positions = CallPositions.current();
        String id = request.getMovieId();
        Answers.later(answer, controller.get(id, positions.seen()).thenApply(read -> {
            positions.reflect(read.freshness());
            Movie movie = read.found().orElseThrow(() -> MovieController.noMetadata(id));
            return GetMovieDetailsResponse.newBuilder()
                    .setMovieDetails(movie.toMessage())
                    .build();
        }));
    }

    @Override
    public void batchGetMovieDetails(
            BatchGetMovieDetailsRequest request, StreamObserver<BatchGetMovieDetailsResponse> answer) {
        CallPositions positions = CallPositions.current();
        Answers.later(
                answer,
                controller.getAll(request.getMovieIdsList(), positions.seen()).thenApply(read -> {
                    positions.reflect(read.freshness());
                    return toMessage(read.found());
                }));
    }

    private static BatchGetMovieDetailsResponse toMessage(MovieController.Found found) {
        BatchGetMovieDetailsResponse.Builder response =
                BatchGetMovieDetailsResponse.newBuilder().addAllMissing(found.missing());
        found.movies().forEach(movie -> response.addFound(movie.toMessage()));
        return response.build();
    }
}
