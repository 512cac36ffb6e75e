package com.movieexample.bench.growth;

import com.movieexample.bench.workload.MovieRatings;
import java.util.Map;

/**
 * What one size took.
 *
 * @param eventsPerSecond from start until caught up
 * @param stateBytes of the stores after a clean end
 * @param restartSeconds from start until it runs again, with its stores as it left them
 * @param restoreSeconds the same with its stores deleted
 * @param peakBytes the most memory that the process had at any time: heap, RocksDB, buffers and all; 0 if not known
 * @param ratings what the restored store says of each movie, by number
 */
public record Growth(
        double eventsPerSecond,
        long stateBytes,
        double restartSeconds,
        double restoreSeconds,
        long peakBytes,
        Map<Integer, MovieRatings> ratings) {}
