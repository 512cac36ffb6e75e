package com.movieexample.aggregator.store;

import com.movieexample.topics.rules.RatingVersion;

/** Ratings in the layout of the store, for tests of other packages. */
public final class StoredRatings {
    private StoredRatings() {}

    public static byte[] put(long time, int value) {
        return RatingLayout.value(RatingVersion.put(time, true, value));
    }

    public static byte[] delete(long time) {
        return RatingLayout.value(RatingVersion.delete(time, true));
    }
}
