package com.movieexample.bench.workload;

import java.util.List;

/**
 * What is to be said of one movie.
 *
 * @param sum in hundredths
 * @param histogram how many live ratings are of half a star, one star, and so on to five: ten numbers
 */
public record MovieRatings(long count, long sum, List<Integer> histogram) {
    public static final int VALUES = 10;

    /** Of a movie that nobody rated, or whose ratings were all deleted. */
    public static final MovieRatings NONE = new MovieRatings(0, 0, List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    public MovieRatings {
        histogram = List.copyOf(histogram);
    }
}
