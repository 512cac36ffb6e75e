package com.movieexample.query;

import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.runtime.grpc.Answers;
import io.grpc.stub.StreamObserver;

/** gRPC {@code MovieService}. */
final class MovieGrpcHandler extends MovieServiceGrpc.MovieServiceImplBase {
    private final MovieController controller;

    MovieGrpcHandler(MovieController controller) {
        this.controller = controller;
    }

    @Override
    public void getMovieDetails(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
        Movie movie = controller.get(request.getMovieId(), SeenPositions.ofThisCall());
        Answers.one(
                answer,
                GetMovieDetailsResponse.newBuilder()
                        .setMovieDetails(movie.toMessage())
                        .build());
    }

    @Override
    public void batchGetMovieDetails(
            BatchGetMovieDetailsRequest request, StreamObserver<BatchGetMovieDetailsResponse> answer) {
        MovieController.Found found = controller.getAll(request.getMovieIdsList(), SeenPositions.ofThisCall());
        BatchGetMovieDetailsResponse.Builder response =
                BatchGetMovieDetailsResponse.newBuilder().addAllMissing(found.missing());
        found.movies().forEach(movie -> response.addFound(movie.toMessage()));
        Answers.one(answer, response.build());
    }
}
