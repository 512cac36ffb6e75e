package com.movieexample.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.movieexample.api.Freshness;
import com.movieexample.api.Positions;
import com.movieexample.query.catalog.MovieTable;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.Lists;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lists of one generation. A list is kept for a moment, so that many who ask for the same chart while ratings come in
 * don't each have it worked out; it says which part of the log it reflects, and who has seen more is answered anew.
 * Thread-safe.
 */
final class ListAnswers {
    /** For so long a list may be answered that is not of this moment. */
    private static final long MOMENT = Duration.ofMillis(100).toNanos();

    /** For so long at most while nothing has changed: a trend is of its day. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 500;

    private final Lists lists;
    private final MovieTable movies;
    private final ReadGate gate;
    private final Supplier<Freshness> freshness;
    private final Cache<ListQuery, ListAnswer> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    /** @param freshness of all that lists are made of */
    ListAnswers(Lists lists, MovieTable movies, ReadGate gate, Supplier<Freshness> freshness) {
        this.lists = lists;
        this.movies = movies;
        this.gate = gate;
        this.freshness = freshness;
    }

    CompletableFuture<Answer<ListAnswer>> read(Positions seen, ListQuery query) {
        if (seen.isEmpty()) {
            ListAnswer known = kept.getIfPresent(query);
            ListAnswer answer = known != null && isOfNow(known)
                    ? known
                    // One makes it, those who want it too wait for that.
                    : kept.asMap()
                            .compute(
                                    query,
                                    (same, before) ->
                                            before != null && isOfNow(before) ? before : make(query, freshness.get()));
            return CompletableFuture.completedFuture(new Answer<>(answer, answer.freshness()));
        }
        return gate.read(seen, freshness, () -> make(query, freshness.get()))
                .thenApply(answer -> new Answer<>(answer.found(), answer.found().freshness()));
    }

    /** Titles are searched in an index that is told of changes a little later, so there only time counts. */
    private boolean isOfNow(ListAnswer answer) {
        return answer.ageNanos() < MOMENT
                || (answer.list().query().words().isEmpty() && answer.changes() == movies.changes());
    }

    private ListAnswer make(ListQuery query, Freshness reflects) {
        long changes = movies.changes();
        return new ListAnswer(lists.make(query), reflects, changes);
    }
}
