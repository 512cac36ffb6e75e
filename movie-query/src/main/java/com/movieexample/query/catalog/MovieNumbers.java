package com.movieexample.query.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each movie id a small number, which is its place in columns and in the index of titles. A number is never taken
 * back: it costs some hundred bytes, and a deleted movie may return. Thread-safe.
 */
public final class MovieNumbers {
    private static final int FIRST_CAPACITY = 1_024;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] ids = new String[FIRST_CAPACITY];
    private int size;

    /** The number of an id, which gets one if it has none. */
    public int of(String id) {
        Integer known = numbers.get(id);
        return known != null ? known : add(id);
    }

    /** Empty for an id that was never seen. */
    public OptionalInt find(String id) {
        Integer known = numbers.get(id);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    private synchronized int add(String id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = size++;
        String[] grown = number < ids.length ? ids : Arrays.copyOf(ids, 2 * ids.length);
        grown[number] = id;
        // Also when it is the same array: whoever finds the number below then finds the id.
        ids = grown;
        numbers.put(id, number);
        return number;
    }

    /** The id of a number that {@link #of} gave. */
    public String id(int number) {
        return ids[number];
    }
}
