package com.movieexample.query;

import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieDetails;
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
        Answers.later(
                answer,
                controller
                        .get(request.getView(), id, positions.seen(), MovieAnswers::message)
                        .thenApply(read -> {
                            positions.reflect(read.freshness());
                            return GetMovieDetailsResponse.newBuilder()
                                    .setMovieDetails(read.found().orElseThrow(() -> MovieController.noMetadata(id)))
                                    .build();
                        }));
    }

    @Override
    public void batchGetMovieDetails(
            BatchGetMovieDetailsRequest request, StreamObserver<BatchGetMovieDetailsResponse> answer) {
        CallPositions positions = CallPositions.current();
        Answers.later(
                answer,
                controller
                        .getAll(request.getView(), request.getMovieIdsList(), positions.seen(), MovieAnswers::message)
                        .thenApply(read -> {
                            positions.reflect(read.freshness());
                            return toMessage(read.found());
                        }));
    }

    private static BatchGetMovieDetailsResponse toMessage(MovieController.Found<MovieDetails> found) {
        return BatchGetMovieDetailsResponse.newBuilder()
                .addAllFound(found.movies())
                .addAllMissing(found.missing())
                .build();
    }
}
