package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.Position;
import com.movieexample.topics.Positions;
import com.movieexample.topics.view.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Which movies are asked for, and how new the answer must be. Thread-safe. */
final class MovieController {
    static final int MAX_IDS = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MovieRepository movies;
    private final Duration positionTimeout;

    /** @param positionTimeout how long a read waits for a position that it must have seen */
    MovieController(MovieRepository movies, Duration positionTimeout) {
        this.movies = movies;
        this.positionTimeout = positionTimeout;
    }

    /** The movies that were found, and the ids of those that have no metadata. */
    record Found(List<Movie> movies, List<String> missing) {}

    Movie get(String id, Positions seen) {
        Ids.require("id", id);
        requireReadable();
        awaitAll(seen);
        return movies.find(id).orElseThrow(() -> ServiceException.notFound("there is no metadata for movie " + id));
    }

    Found getAll(List<String> ids, Positions seen) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MAX_IDS) {
            throw new InvalidInputException("ids", Integer.toString(distinct.size()), "1 to " + MAX_IDS + " ids");
        }
        distinct.forEach(id -> Ids.require("ids", id));
        requireReadable();
        awaitAll(seen);
        List<Movie> found = movies.findAll(distinct);
        var foundIds = found.stream().map(movie -> movie.metadata().getId()).collect(Collectors.toSet());
        return new Found(
                found, distinct.stream().filter(id -> !foundIds.contains(id)).toList());
    }

    private void requireReadable() {
        movies.whyUnavailable().ifPresent(why -> {
            throw ServiceException.unavailable("movies can't be read yet: " + why, RETRY_AFTER);
        });
    }

    /** Waits for every position, for no longer than the timeout over all of them. */
    private void awaitAll(Positions seen) {
        List<Position> positions = seen.offsets().entrySet().stream()
                .map(entry ->
                        new Position(entry.getKey().topic(), entry.getKey().partition(), entry.getValue()))
                .toList();
        positions.forEach(this::requireKnown);
        long deadline = System.nanoTime() + positionTimeout.toNanos();
        positions.forEach(position -> await(position, Duration.ofNanos(deadline - System.nanoTime())));
    }

    private void requireKnown(Position position) {
        FollowedTopic followed = followed(position);
        if (followed == null) {
            throw new InvalidInputException(
                    Positions.HEADER,
                    position.toString(),
                    "a position in one of " + movies.followed().keySet());
        }
        followed.requirePartitionOf(position);
    }

    private FollowedTopic followed(Position position) {
        return movies.followed().get(position.topic());
    }

    private void await(Position position, Duration timeout) {
        Progress progress = followed(position).progress();
        try {
            if (!progress.awaitPast(position.partition(), position.offset(), timeout)) {
                throw ServiceException.timeout("the view did not come past %s within %d ms, it has read up to %d"
                        .formatted(position, positionTimeout.toMillis(), progress.of(position.partition())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", RETRY_AFTER);
        }
    }
}
