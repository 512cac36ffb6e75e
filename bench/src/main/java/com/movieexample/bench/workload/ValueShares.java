package com.movieexample.bench.workload;

import java.util.SplittableRandom;

/** Draws ratings of half a star, one star, and so on, by their shares. Immutable. */
final class ValueShares {
    static final int STEP = 50;

    private final int[] values;

    /** @param parts how many parts of all ratings are a half star, one star, and so on */
    ValueShares(int... parts) {
        int all = 0;
        for (int part : parts) {
            all += part;
        }
        values = new int[all];
        int filled = 0;
        for (int i = 0; i < parts.length; i++) {
            for (int part = 0; part < parts[i]; part++) {
                values[filled++] = (i + 1) * STEP;
            }
        }
    }

    int draw(SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
