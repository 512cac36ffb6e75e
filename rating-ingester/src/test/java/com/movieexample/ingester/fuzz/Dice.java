package com.movieexample.ingester.fuzz;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** The chances of one request. Not thread-safe. */
final class Dice {
    private final Random random;

    /** The same for the same seed and number, and unlike those of the next number. */
    Dice(long seed, long number) {
        long ofSeed = new SplittableRandom(seed).nextLong();
        random = new Random(new SplittableRandom(ofSeed ^ number).nextLong());
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    long anyLong() {
        return random.nextLong();
    }
}
