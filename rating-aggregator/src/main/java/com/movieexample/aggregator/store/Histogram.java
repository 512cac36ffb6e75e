package com.movieexample.aggregator.store;

import com.movieexample.api.v1.RatingAggregate;
import java.util.Arrays;

/**
 * How often each value occurs. Two plain arrays, for there are as many as a scale has steps, and one is kept for every
 * record that is being rated. Not thread-safe.
 */
final class Histogram {
    private static final int FEW = 4;

    /** Ascending, up to {@code size}. */
    private int[] values = new int[FEW];

    /** Each greater than 0, up to {@code size}. */
    private long[] counts = new long[FEW];

    private int size;

    void add(int value, long change) {
        int at = Arrays.binarySearch(values, 0, size, value);
        if (at < 0) {
            insert(-at - 1, value, change);
            return;
        }
        counts[at] += change;
        if (counts[at] == 0) {
            remove(at);
        }
    }

    private void insert(int at, int value, long count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + FEW);
            counts = Arrays.copyOf(counts, size + FEW);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        values[at] = value;
        counts[at] = count;
        size++;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(values, at + 1, values, at, size - at);
        System.arraycopy(counts, at + 1, counts, at, size - at);
    }

    void writeTo(RatingAggregate.Builder message) {
        for (int i = 0; i < size; i++) {
            message.addHistogramValues(values[i]).addHistogramCounts(counts[i]);
        }
    }
}
