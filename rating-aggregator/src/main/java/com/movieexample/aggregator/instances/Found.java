package com.movieexample.aggregator.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was found out of some partitions.
 *
 * @param answers each of other partitions
 * @param missing partitions that nobody could answer for
 */
public record Found<T>(List<T> answers, Set<Integer> missing) {
    static <T> Found<T> nothing(Set<Integer> missing) {
        return new Found<>(List.of(), missing);
    }

    Found<T> and(Found<T> others) {
        List<T> all = new ArrayList<>(answers);
        all.addAll(others.answers);
        Set<Integer> lacking = new TreeSet<>(missing);
        lacking.addAll(others.missing);
        return new Found<>(all, lacking);
    }
}
