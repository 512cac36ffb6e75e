package com.movieexample.bench.contest;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What several runs of one contender gave, in the order of the runs. */
public record Figures(List<Double> runs) {
    public static final Figures NONE = new Figures(List.of());

    public Figures {
        runs = List.copyOf(runs);
    }

    public Figures and(double later) {
        return new Figures(Stream.concat(runs.stream(), Stream.of(later)).toList());
    }

    /** The middle one; of an even number the mean of the two in the middle; NaN of none. */
    public double median() {
        if (runs.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return runs.isEmpty() ? Double.NaN : Collections.min(runs);
    }

    public double greatest() {
        return runs.isEmpty() ? Double.NaN : Collections.max(runs);
    }
}
