package com.movieexample.launcher.verify;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How often each of some numbers occurs. Small, since there may be a million of them. Not thread-safe. */
final class Tally {
    // Ascending, those that occur no more among them.
    private int[] numbers = new int[1];
    private int[] counts = new int[1];
    private int size;

    void add(int number, int change) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        if (at < 0) {
            at = -at - 1;
            insert(number, at);
        }
        counts[at] += change;
    }

    private void insert(int number, int at) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(numbers, at, numbers, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        numbers[at] = number;
        counts[at] = 0;
        size++;
    }

    int of(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        return at < 0 ? 0 : counts[at];
    }

    /** Hands over each number that occurs, ascending. */
    void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            if (counts[i] > 0) {
                action.accept(numbers[i]);
            }
        }
    }
}
