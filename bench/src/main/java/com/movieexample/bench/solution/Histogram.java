package com.movieexample.bench.solution;

import com.movieexample.bench.workload.MovieRatings;
import java.util.Arrays;

/** How many live ratings of a movie are of half a star, one star, and so on. Not thread-safe. */
final class Histogram {
    private static final int STEP = 50;

    private final int[] counts = new int[MovieRatings.VALUES];

    void replace(long previous, long next) {
        count(previous, -1);
        count(next, 1);
    }

    private void count(long version, int change) {
        if (Version.isLive(version)) {
            counts[Version.value(version) / STEP - 1] += change;
        }
    }

    int[] counts() {
        return counts;
    }

    MovieRatings toRatings() {
        long count = 0;
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            count += counts[i];
            sum += (long) counts[i] * (i + 1) * STEP;
        }
        return new MovieRatings(count, sum, Arrays.stream(counts).boxed().toList());
    }
}
