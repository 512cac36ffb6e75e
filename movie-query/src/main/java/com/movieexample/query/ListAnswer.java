package com.movieexample.query;

import com.movieexample.api.Freshness;
import com.movieexample.query.lists.MovieList;
import com.movieexample.runtime.http.TaggedJson;
import java.util.function.Function;

/** A page of a list, what it reflects, and once somebody wanted it its JSON. Thread-safe. */
final class ListAnswer {
    /** A longer answer is made anew each time: descriptions may be long, and many lists are kept. */
    private static final int LONGEST_KEPT = 65_536;

    private final MovieList list;
    private final Freshness freshness;
    private final long changes;
    private final long madeAt = System.nanoTime();
    private volatile TaggedJson json;

    /** @param changes of the movies, as they were counted before it was made */
    ListAnswer(MovieList list, Freshness freshness, long changes) {
        this.list = list;
        this.freshness = freshness;
        this.changes = changes;
    }

    MovieList list() {
        return list;
    }

    Freshness freshness() {
        return freshness;
    }

    long changes() {
        return changes;
    }

    long ageNanos() {
        return System.nanoTime() - madeAt;
    }

    TaggedJson json(Function<MovieList, byte[]> encoding) {
        TaggedJson known = json;
        if (known == null) {
            known = TaggedJson.of(encoding.apply(list), "");
            json = known.utf8().length <= LONGEST_KEPT ? known : null;
        }
        return known;
    }
}
