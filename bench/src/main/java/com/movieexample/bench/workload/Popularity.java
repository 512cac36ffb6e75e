package com.movieexample.bench.workload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Draws numbers from 0 with given weights, each draw in constant time (Walker's alias method). Immutable. */
final class Popularity {
    /** Zipf's law would give the first of 60,000 movies 9%; ratings of real films are flatter at the top. */
    private static final double FLATTENED_BY = 45;

    private final double[] keeps;
    private final int[] other;

    private Popularity(double[] weights) {
        int n = weights.length;
        keeps = new double[n];
        other = new int[n];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        Deque<Integer> poor = new ArrayDeque<>();
        Deque<Integer> rich = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            keeps[i] = weights[i] * n / sum;
            other[i] = i;
            (keeps[i] < 1 ? poor : rich).add(i);
        }
        while (!poor.isEmpty() && !rich.isEmpty()) {
            fill(poor.remove(), rich.remove(), poor, rich);
        }
    }

    /** What the poor one lacks of a full column comes from the rich one. */
    private void fill(int lacking, int giving, Deque<Integer> poor, Deque<Integer> rich) {
        other[lacking] = giving;
        keeps[giving] -= 1 - keeps[lacking];
        (keeps[giving] < 1 ? poor : rich).add(giving);
    }

    /** The weight of the number at rank r is 1 / (r + 45). */
    static Popularity flattened(int numbers) {
        double[] weights = new double[numbers];
        for (int rank = 1; rank <= numbers; rank++) {
            weights[rank - 1] = 1 / (rank + FLATTENED_BY);
        }
        return new Popularity(weights);
    }

    int draw(SplittableRandom random) {
        int column = random.nextInt(keeps.length);
        // A column that rounding left a little short of full keeps itself.
        return random.nextDouble() < keeps[column] ? column : other[column];
    }
}
