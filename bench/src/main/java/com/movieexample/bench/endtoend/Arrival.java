package com.movieexample.bench.endtoend;

import com.movieexample.bench.workload.MovieRatings;
import java.util.Map;

/**
 * That all events are visible.
 *
 * @param atMillis by the machine's clock, which both processes go by
 * @param ratings what the view says of each movie, by number
 */
record Arrival(long atMillis, Map<Integer, MovieRatings> ratings) {}
