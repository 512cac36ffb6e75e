package com.movieexample.query.catalog;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;

/**
 * Told of what the views take in, on their threads: once readers of the views find it, and before any position says that
 * they do. Must not throw, nor wait.
 */
public interface MovieListener {
    /** Nothing is known of any movie, until it is told anew. */
    default void metadataCleared() {}

    /** Everything that there was when it began anew has been told. */
    default void metadataRestored() {}

    /** Everything before an offset has been told. */
    default void metadataReached(int partition, long nextOffset) {}

    default void described(Metadata metadata) {}

    /** The movie has no metadata any more. */
    default void describedNoMore(String id) {}

    /** No movie has a rating, until it is told anew. */
    default void ratingsCleared() {}

    /** Answers come from another generation now. */
    default void wentOver() {}

    default void rated(String id, RatingAggregate aggregate) {}
}
