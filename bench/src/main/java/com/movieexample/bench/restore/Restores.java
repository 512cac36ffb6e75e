package com.movieexample.bench.restore;

import com.movieexample.bench.workload.MovieRatings;
import java.util.List;
import java.util.Map;

/**
 * What several restores of the same stores took.
 *
 * @param records in all changelogs together
 * @param seconds of each restore, from start until the fold runs
 * @param consumerSeconds that a plain consumer took for the same records, once after each restore
 * @param ratings what the store said of each movie after the last restore, by number
 */
public record Restores(
        long records, List<Double> seconds, List<Double> consumerSeconds, Map<Integer, MovieRatings> ratings) {}
