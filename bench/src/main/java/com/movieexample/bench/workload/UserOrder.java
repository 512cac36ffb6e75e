package com.movieexample.bench.workload;

/**
 * In which order users come to a movie: another one for each movie, each user once. So that no two first ratings are of
 * the same user and movie, and nobody need remember who came. Immutable.
 */
final class UserOrder {
    private static final int ODD = 0x2C1B3C6D;
    private static final int OTHER_ODD = 0x297A2D39;

    private final long seed;
    private final int users;
    private final int bits;

    UserOrder(long seed, int users) {
        this.seed = seed;
        this.users = users;
        this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(users - 1);
    }

    /**
     * @param turn from 0, below the number of users
     * @return numbered from 1
     */
    int user(int movie, int turn) {
        int salt = (int) (((seed + movie) * 0x9E3779B97F4A7C15L) >>> Integer.SIZE);
        int place = turn;
        // Each step is one to one on the numbers of so many bits; those that are no users are walked over.
        do {
            place = scatter(place, salt);
        } while (place >= users);
        return 1 + place;
    }

    private int scatter(int place, int salt) {
        int mask = (1 << bits) - 1;
        int half = bits / 2 + 1;
        int x = (place ^ salt) & mask;
        x = (x * ODD) & mask;
        x ^= x >>> half;
        x = ((x + (salt >>> 7)) * OTHER_ODD) & mask;
        return x ^ (x >>> half);
    }
}
