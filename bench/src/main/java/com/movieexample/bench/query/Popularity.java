package com.movieexample.bench.query;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How often each of some movies is asked for or rated: the one of rank r in proportion to 1 / (r + {@value #FLATNESS}),
 * so that the first of 20,000 has a quarter of a percent. Immutable.
 */
final class Popularity {
    private static final int FLATNESS = 70;

    private final double[] upTo;

    Popularity(int movies) {
        upTo = new double[movies];
        double sum = 0;
        for (int rank = 0; rank < movies; rank++) {
            sum += 1.0 / (rank + FLATNESS);
            upTo[rank] = sum;
        }
    }

    /** A movie, counted from 0. */
    int pick(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found >= 0 ? found : -found - 1;
    }
}
