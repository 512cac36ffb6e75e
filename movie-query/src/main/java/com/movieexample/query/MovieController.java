package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
    record Found<T>(List<T> movies, List<String> missing) {}

    /**
     * Empty for a movie without metadata.
     *
     * @param read reads one movie in the form that the caller wants
     */
    <T> CompletableFuture<Answer<Optional<T>>> get(String id, Positions seen, Function<String, Optional<T>> read) {
        Ids.require("id", id);
        requireReadable();
        return gate.read(seen, () -> movies.freshness(List.of(id)), () -> read.apply(id));
    }

    /** As {@link #get}, of each movie once, in the order asked for. */
    <T> CompletableFuture<Answer<Found<T>>> getAll(
            List<String> ids, Positions seen, Function<String, Optional<T>> read) {
        List<String> distinct = Ids.requireBatch("ids", ids);
        requireReadable();
        return gate.read(seen, () -> movies.freshness(distinct), () -> readAll(distinct, read));
    }

    private static <T> Found<T> readAll(List<String> ids, Function<String, Optional<T>> read) {
        List<T> found = new ArrayList<>(ids.size());
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            read.apply(id).ifPresentOrElse(found::add, () -> missing.add(id));
        }
        return new Found<>(found, missing);
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
