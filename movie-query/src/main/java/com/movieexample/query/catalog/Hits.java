package com.movieexample.query.catalog;

import java.util.Arrays;
import java.util.List;

/** Movies that a search found, by number, and how well each fits: the greater the better. Not thread-safe. */
public final class Hits {
    private int[] numbers = new int[64];
    private int[] ranks = new int[64];
    private int size;

    public void add(int number, int rank) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            ranks = Arrays.copyOf(ranks, 2 * size);
        }
        numbers[size] = number;
        ranks[size++] = rank;
    }

    /** All of several. */
    public static Hits of(List<Hits> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Hits all = new Hits();
        for (Hits part : parts) {
            for (int index = 0; index < part.size; index++) {
                all.add(part.numbers[index], part.ranks[index]);
            }
        }
        return all;
    }

    public int size() {
        return size;
    }

    int number(int index) {
        return numbers[index];
    }

    int rank(int index) {
        return ranks[index];
    }
}
