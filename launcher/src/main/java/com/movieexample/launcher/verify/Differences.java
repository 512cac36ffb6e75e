package com.movieexample.launcher.verify;

import java.util.ArrayList;
import java.util.List;

/** What differs, a line each; only the first lines are kept. Not thread-safe. */
final class Differences {
    static final int KEPT = 20;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String difference) {
        count++;
        if (first.size() < KEPT) {
            first.add(difference);
        }
    }

    long count() {
        return count;
    }

    /** The first of them, and how many more there are. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        if (count > KEPT) {
            lines.add("and " + (count - KEPT) + " more");
        }
        return lines;
    }
}
