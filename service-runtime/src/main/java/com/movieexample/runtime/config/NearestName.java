package com.movieexample.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds what a mistyped name was probably meant to be. */
final class NearestName {
    private NearestName() {}

    /** {@code ", did you mean x?"}, or nothing if no name is near. */
    static String hint(String typed, Collection<String> names) {
        int near = Math.max(2, typed.length() / 4);
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= near)
                .map(name -> ", did you mean " + name + "?")
                .orElse("");
    }

    /** Levenshtein's: how many characters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
