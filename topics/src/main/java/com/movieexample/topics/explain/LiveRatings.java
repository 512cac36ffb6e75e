package com.movieexample.topics.explain;

import com.movieexample.api.Mean;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many ratings are live, and their sum.
 *
 * @param sum in hundredths
 */
public record LiveRatings(long count, long sum) {
    static final LiveRatings NONE = new LiveRatings(0, 0);

    LiveRatings and(LiveRatings others) {
        return new LiveRatings(count + others.count, sum + others.sum);
    }

    /** Empty when there are none. */
    public Optional<BigDecimal> mean() {
        return Mean.of(count, sum);
    }
}
