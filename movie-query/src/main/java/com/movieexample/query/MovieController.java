package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Which movies are asked for, and how new the answer must be. Thread-safe. */
final class MovieController {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MovieRepository movies;
    private final ReadGate gate;

    MovieController(MovieRepository movies, ReadGate gate) {
        this.movies = movies;
        this.gate = gate;
    }

    /** The movies that were found, and the ids of those that have no metadata. */
    record Found(List<Movie> movies, List<String> missing) {}

    /** Empty for a movie without metadata. */
    CompletableFuture<Answer<Optional<Movie>>> get(String id, Positions seen) {
        Ids.require("id", id);
        requireReadable();
        return gate.read(seen, () -> movies.freshness(List.of(id)), () -> movies.find(id));
    }

    CompletableFuture<Answer<Found>> getAll(List<String> ids, Positions seen) {
        List<String> distinct = Ids.requireBatch("ids", ids);
        requireReadable();
        return gate.read(seen, () -> movies.freshness(distinct), () -> findAll(distinct));
    }

    private Found findAll(List<String> ids) {
        List<Movie> found = movies.findAll(ids);
        Set<String> foundIds =
                found.stream().map(movie -> movie.metadata().getId()).collect(Collectors.toSet());
        return new Found(
                found, ids.stream().filter(id -> !foundIds.contains(id)).toList());
    }

    static ServiceException noMetadata(String id) {
        return ServiceException.notFound("there is no metadata for movie " + id);
    }

    private void requireReadable() {
        movies.whyUnavailable().ifPresent(why -> {
            throw ServiceException.unavailable("movies can't be read yet: " + why, RETRY_AFTER);
        });
    }
}
