package com.movieexample.bench.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.process.MarqueeJvm;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads movies one at a time, and holds the answers against what they must be. Owns its connections; not thread-safe. */
final class MovieReader implements AutoCloseable {
    private static final String MOVIE_QUERY = "movie-query";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagedChannel grpc;
    private final String address;

    MovieReader(MarqueeJvm service) {
        this.address = "http://127.0.0.1:" + service.httpPort();
        this.grpc = GrpcRequests.connect(service.grpcPort());
    }

    static String pathOf(String id) {
        return "/v1/movies/" + id;
    }

    static String pathOf(List<String> ids) {
        return "/v1/movies?ids=" + String.join(",", ids);
    }

    /** The answer's body. The service may let it wait until it has come past the positions. */
    byte[] get(String path, Positions seen) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!seen.isEmpty()) {
            request.header(Positions.HEADER, seen.toString());
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new WrongAnswerException(MOVIE_QUERY, path + " is answered with status " + answer.statusCode());
        }
        return answer.body();
    }

    /** What the caller may ask with whether the answer is still the same. */
    String etag(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.discarding());
        return answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new WrongAnswerException(MOVIE_QUERY, path + " is answered without an ETag"));
    }

    GetMovieDetailsResponse details(String id) {
        return MovieServiceGrpc.newBlockingStub(grpc)
                .getMovieDetails(
                        GetMovieDetailsRequest.newBuilder().setMovieId(id).build());
    }

    /** Every field of each movie, alone over HTTP and gRPC, and all of them as one batch; at most 100. */
    void check(List<ExpectedMovie> movies) throws IOException, InterruptedException {
        for (ExpectedMovie movie : movies) {
            require(movie.json(), ExpectedMovie.parse(get(pathOf(movie.id()), Positions.NONE)));
            require(movie.message(), details(movie.id()).getMovieDetails());
        }
        List<String> ids = movies.stream().map(ExpectedMovie::id).collect(Collectors.toList());
        JsonNode found = ExpectedMovie.parse(get(pathOf(ids), Positions.NONE)).path("found");
        for (int i = 0; i < movies.size(); i++) {
            require(movies.get(i).json(), found.path(i));
        }
    }

    /** Every field of the first movies, as they are once all that was written can be seen. */
    void awaitAndCheck(SampleMovies movies, Positions written) throws IOException, InterruptedException {
        get(pathOf(SampleMovies.id(0)), written);
        check(IntStream.range(0, 100)
                .mapToObj(movie -> new ExpectedMovie(movies, movie))
                .toList());
    }

    private static void require(Object expected, Object answered) {
        if (!expected.equals(answered)) {
            throw new WrongAnswerException(MOVIE_QUERY, "expected " + expected + ", answered " + answered);
        }
    }

    @Override
    public void close() {
        grpc.shutdownNow();
    }
}
