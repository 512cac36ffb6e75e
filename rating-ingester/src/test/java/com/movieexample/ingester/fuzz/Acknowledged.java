package com.movieexample.ingester.fuzz;

import java.util.HashSet;
import java.util.Set;

/** The writes that were said to be taken. Thread-safe. */
public final class Acknowledged {
    private final Set<String> positions = new HashSet<>();
    private long withoutPosition;

    synchronized void at(String position) {
        if (!positions.add(position)) {
            throw new AssertionError("two writes at " + position);
        }
    }

    synchronized void some(long count) {
        withoutPosition += count;
    }

    /** How many the log must have at least. */
    public synchronized long count() {
        return positions.size() + withoutPosition;
    }
}
