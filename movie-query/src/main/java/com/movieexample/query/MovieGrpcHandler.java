package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.GenreCount;
import com.movieexample.api.v1.GetChartRequest;
import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.ListGenresRequest;
import com.movieexample.api.v1.ListGenresResponse;
import com.movieexample.api.v1.ListMoviesRequest;
import com.movieexample.api.v1.ListMoviesResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.MoviePart;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.topics.view.Answer;
import io.grpc.stub.StreamObserver;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** gRPC {@code MovieService}, but for what is watched. */
class MovieGrpcHandler extends MovieServiceGrpc.MovieServiceImplBase {
    private static final int MOST_IDS = 1_000;

    private final MovieController controller;

    MovieGrpcHandler(MovieController controller) {
        this.controller = controller;
    }

    @Override
    public void getMovieDetails(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
        if (request.getIncludeCount() == 0 && request.getUserId().isEmpty()) {
            Positions seen = CallPositions.current().seen();
            String id = request.getMovieId();
            answer(
                    answer,
                    controller.get(request.getView(), id, seen, MovieAnswers::message),
                    found -> details(found.orElseThrow(() -> MovieController.noMetadata(id))));
        } else {
            getMovieWithParts(request, answer);
        }
    }

    private void getMovieWithParts(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
        Positions seen = CallPositions.current().seen();
        String id = request.getMovieId();
        Optional<String> userId = Optional.of(request.getUserId()).filter(user -> !user.isEmpty());
        Set<Part> parts = parts(request.getIncludeList());
        answer(
                answer,
                controller.detailed(request.getView(), id, parts, userId, seen),
                found -> details(MovieMessages.of(found.orElseThrow(() -> MovieController.noMetadata(id)))));
    }

    private static Set<Part> parts(List<MoviePart> include) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (MoviePart part : include) {
            parts.add(
                    switch (part) {
                        case MOVIE_PART_SCORE -> Part.SCORE;
                        case MOVIE_PART_DAILY -> Part.DAILY;
                        case MOVIE_PART_UNSPECIFIED, UNRECOGNIZED ->
                            throw new InvalidInputException("include", part.name(), "one of MoviePart");
                    });
        }
        return parts;
    }

    private static GetMovieDetailsResponse details(MovieDetails movie) {
        return GetMovieDetailsResponse.newBuilder().setMovieDetails(movie).build();
    }

    @Override
    public void batchGetMovieDetails(
            BatchGetMovieDetailsRequest request, StreamObserver<BatchGetMovieDetailsResponse> answer) {
        Positions seen = CallPositions.current().seen();
        List<String> ids = request.getMovieIdsList();
        answer(
                answer,
                controller.getAll(request.getView(), ids, MOST_IDS, seen, MovieAnswers::message),
                found -> BatchGetMovieDetailsResponse.newBuilder()
                        .addAllFound(found.movies())
                        .addAllMissing(found.missing())
                        .build());
    }

    @Override
    public void listMovies(ListMoviesRequest request, StreamObserver<ListMoviesResponse> answer) {
        answer(
                answer,
                controller.list(
                        request.getView(),
                        CallPositions.current().seen(),
                        ListRequests.list(request),
                        (generation, list) -> generation.listMessages().list(list.list())),
                Function.identity());
    }

    @Override
    public void getChart(GetChartRequest request, StreamObserver<GetChartResponse> answer) {
        answer(
                answer,
                controller.list(
                        request.getView(),
                        CallPositions.current().seen(),
                        ListRequests.chart(request),
                        (generation, list) -> generation.listMessages().chart(list.list())),
                Function.identity());
    }

    @Override
    public void listGenres(ListGenresRequest request, StreamObserver<ListGenresResponse> answer) {
        ListGenresResponse.Builder genres = ListGenresResponse.newBuilder();
        controller
                .genres(request.getView())
                .forEach(counted -> genres.addGenres(
                        GenreCount.newBuilder().setGenre(counted.genre()).setMovies(counted.movies())));
        Answers.one(answer, genres.build());
    }

    private static <F, A> void answer(
            StreamObserver<A> answer, CompletableFuture<Answer<F>> found, Function<F, A> message) {
        CallPositions positions = CallPositions.current();
        Answers.later(answer, found.thenApply(read -> {
            positions.reflect(read.freshness());
            return message.apply(read.found());
        }));
    }
}
