package com.movieexample.aggregator.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found out of some partitions.
 *
 * @param answers each of other partitions
 * @param missing partitions that nobody could answer for, and why
 */
public record Found<T>(List<T> answers, Map<Integer, String> missing) {
    static <T> Found<T> nothing(Map<Integer, String> missing) {
        return new Found<>(List.of(), missing);
    }

    Found<T> and(Found<T> others) {
        List<T> all = new ArrayList<>(answers);
        all.addAll(others.answers);
        Map<Integer, String> lacking = new TreeMap<>(missing);
        lacking.putAll(others.missing);
        return new Found<>(all, lacking);
    }
}
