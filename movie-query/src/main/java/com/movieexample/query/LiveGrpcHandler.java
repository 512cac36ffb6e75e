package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.WatchChartRequest;
import com.movieexample.api.v1.WatchChartResponse;
import com.movieexample.api.v1.WatchMovieRequest;
import com.movieexample.api.v1.WatchMovieResponse;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.live.CallStream;
import com.movieexample.query.live.LiveUpdates;
import com.movieexample.query.live.Update;
import com.movieexample.runtime.positions.CallPositions;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** gRPC {@code MovieService}, with what is watched. */
final class LiveGrpcHandler extends MovieGrpcHandler {
    private final MovieController controller;
    private final LiveUpdates<String, MovieDetails> movies;
    private final LiveUpdates<ListQuery, GetChartResponse> charts;

    LiveGrpcHandler(
            MovieController controller,
            LiveUpdates<String, MovieDetails> movies,
            LiveUpdates<ListQuery, GetChartResponse> charts) {
        super(controller);
        this.controller = controller;
        this.movies = movies;
        this.charts = charts;
    }

    @Override
    public void watchMovie(WatchMovieRequest request, StreamObserver<WatchMovieResponse> answer) {
        String id = request.getMovieId();
        CompletableFuture<?> known =
                controller.requireMovie(id, CallPositions.current().seen());
        CallStream<MovieDetails, WatchMovieResponse> stream = CallStream.begin(
                (ServerCallStreamObserver<WatchMovieResponse>) answer,
                LiveGrpcHandler::movie,
                ended -> movies.remove(id, ended));
        movies.watchAfter(known, id, stream);
    }

    private static WatchMovieResponse movie(Update<MovieDetails> update) {
        WatchMovieResponse.Builder message = WatchMovieResponse.newBuilder()
                .setPositions(update.freshness().reflects().toString());
        if (update.message().hasMetadata()) {
            message.setMovie(update.message());
        }
        return message.build();
    }

    @Override
    public void watchChart(WatchChartRequest request, StreamObserver<WatchChartResponse> answer) {
        String view = request.getChart().getView();
        if (!view.isEmpty()) {
            throw new InvalidInputException("chart.view", view, "none, since only the live view changes");
        }
        ListQuery query = ListRequests.chart(request.getChart());
        CompletableFuture<?> known =
                controller.list("", CallPositions.current().seen(), query, (generation, list) -> list);
        CallStream<GetChartResponse, WatchChartResponse> stream = CallStream.begin(
                (ServerCallStreamObserver<WatchChartResponse>) answer,
                update -> WatchChartResponse.newBuilder()
                        .setChart(update.message())
                        .setPositions(update.freshness().reflects().toString())
                        .build(),
                ended -> charts.remove(query, ended));
        charts.watchAfter(known, query, stream);
    }
}
