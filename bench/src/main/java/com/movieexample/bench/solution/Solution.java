package com.movieexample.bench.solution;

import com.movieexample.bench.workload.MovieRatings;
import java.util.Map;

/** One way of aggregating all events of a workload. */
@FunctionalInterface
public interface Solution {
    /** Does it once, from nothing, and leaves nothing running. */
    Outcome aggregate(Input input) throws Exception;

    /**
     * What came of it.
     *
     * @param ratings what it says of each movie, by number; empty from one that keeps nothing
     */
    record Outcome(Cost cost, Map<Integer, MovieRatings> ratings) {
        public Outcome(Cost cost) {
            this(cost, Map.of());
        }
    }
}
