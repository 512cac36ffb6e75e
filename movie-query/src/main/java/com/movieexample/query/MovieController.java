package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.api.json.MovieJson.OwnRating;
import com.movieexample.query.catalog.MovieTable.GenreCount;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.own.OwnRatings;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.view.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which movies are asked for, and how new the answer must be. Each answer comes from one generation of the ratings view;
 * one that is found while another generation takes over is read again from that. Thread-safe.
 */
final class MovieController {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Supplier<ServedGeneration> served;
    private final Function<String, ServedGeneration> archives;
    private final OwnRatings ownRatings;

    /**
     * @param served the generation to answer from, now
     * @param archives finds one by its name, and fails if there is none
     */
    MovieController(
            Supplier<ServedGeneration> served, Function<String, ServedGeneration> archives, OwnRatings ownRatings) {
        this.served = served;
        this.archives = archives;
        this.ownRatings = ownRatings;
    }

    /** Which view is asked: an archive by its name, or with an empty one that which is live. */
    private Supplier<ServedGeneration> view(String name) {
        return name.isEmpty() ? served : () -> archives.apply(name);
    }

    /** The movies that were found, and the ids of those that have no metadata. */
    record Found<T>(List<T> movies, List<String> missing) {}

    /** Reads one movie in the form that the caller wants; empty for one without metadata. */
    @FunctionalInterface
    interface Reading<T> extends BiFunction<MovieAnswers, String, Optional<T>> {}

    /**
     * Empty for a movie without metadata.
     *
     * @param view the name of an archive; empty for the live view
     */
    <T> CompletableFuture<Answer<Optional<T>>> get(String view, String id, Positions seen, Reading<T> reading) {
        Ids.require("id", id);
        return fromOne(
                view(view),
                generation -> generation.read(seen, List.of(id), () -> reading.apply(generation.answers(), id)));
    }

    /** A movie with its parts, and a user's own rating if it was asked for. */
    record WithOwn(DetailedMovie movie, Optional<OwnRating> own) {}

    /**
     * As {@link #get}, with more.
     *
     * @param userId whose own rating is asked for; it is of the live view, also beside an archive
     */
    CompletableFuture<Answer<Optional<WithOwn>>> detailed(
            String view, String id, Set<Part> parts, Optional<String> userId, Positions seen) {
        CompletableFuture<Answer<Optional<DetailedMovie>>> movie =
                get(view, id, seen, (answers, wanted) -> answers.detailed(wanted, parts));
        CompletableFuture<Optional<OwnRating>> own = userId.map(
                        user -> ownRatings.find(id, user, seen).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        return movie.thenCombine(
                own,
                (answer, ofUser) ->
                        new Answer<>(answer.found().map(found -> new WithOwn(found, ofUser)), answer.freshness()));
    }

    /** Done once the view has what was seen, and fails for a movie without metadata. */
    CompletableFuture<?> requireMovie(String id, Positions seen) {
        return get("", id, seen, MovieAnswers::json)
                .thenApply(answer -> answer.found().orElseThrow(() -> noMetadata(id)));
    }

    /**
     * A page of a list.
     *
     * @param form what is made of it
     */
    <T> CompletableFuture<Answer<T>> list(
            String view, Positions seen, ListQuery query, BiFunction<ServedGeneration, ListAnswer, T> form) {
        return fromOne(
                view(view),
                generation -> generation
                        .lists()
                        .read(seen, query)
                        .thenApply(answer -> new Answer<>(form.apply(generation, answer.found()), answer.freshness())));
    }

    /** The genres that there are, the most frequent first. */
    List<GenreCount> genres(String view) {
        ServedGeneration generation = view(view).get();
        requireReadable(generation);
        return generation.table().genres();
    }

    /**
     * As {@link #get}, of each movie once, in the order asked for.
     *
     * @param most how many at most
     */
    <T> CompletableFuture<Answer<Found<T>>> getAll(
            String view, List<String> ids, int most, Positions seen, Reading<T> reading) {
        List<String> distinct = Ids.requireBatch("ids", ids, most);
        return fromOne(
                view(view),
                generation -> generation.read(
                        seen, distinct, () -> readAll(distinct, id -> reading.apply(generation.answers(), id))));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the inner one is what the outer one becomes
    private <T> CompletableFuture<T> fromOne(
            Supplier<ServedGeneration> view, Function<ServedGeneration, CompletableFuture<T>> read) {
        ServedGeneration generation = view.get();
        requireReadable(generation);
        CompletableFuture<T> answer = read.apply(generation);
        if (answer.isDone()) {
            return again(view, generation, answer, read);
        }
        return answer.handle((found, failure) -> again(view, generation, answer, read))
                .thenCompose(Function.identity());
    }

    private static void requireReadable(ServedGeneration generation) {
        generation.movies().whyUnavailable().ifPresent(why -> {
            throw ServiceException.unavailable("movies can't be read yet: " + why, RETRY_AFTER);
        });
    }

    /** What was found while another generation took over may be newer than what that one has, and so is read anew. */
    private <T> CompletableFuture<T> again(
            Supplier<ServedGeneration> view,
            ServedGeneration generation,
            CompletableFuture<T> answer,
            Function<ServedGeneration, CompletableFuture<T>> read) {
        return generation == view.get() ? answer : fromOne(view, read);
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
}
