package com.movieexample.bench.workload;

/**
 * The last event of each user and movie, 16 bytes a place in two arrays. An event is one number whose order is the
 * total order of explicit events: by time, then a delete beats a put, then the higher value the lower. Not thread-safe.
 */
final class LastVersions {
    private static final int VALUE_BITS = 10;
    private static final long DELETED = 1L << VALUE_BITS;
    private static final long VALUE_MASK = DELETED - 1;
    private static final int TIME_SHIFT = VALUE_BITS + 1;

    private static final double FULL_AT_MOST = 0.75;

    private final long[] keys;
    private final long[] versions;
    private int pairs;

    /** What is done with each live rating. */
    @FunctionalInterface
    interface Visitor {
        void visit(int movie, int value);
    }

    /** @param most how many different pairs of user and movie there are at most */
    LastVersions(int most) {
        int places = (int) (most / FULL_AT_MOST) + 1;
        keys = new long[places];
        versions = new long[places];
    }

    void add(WorkloadEvent event) {
        long key = ((long) event.movie() << Integer.SIZE) | event.user();
        int place = placeOf(key);
        if (keys[place] == 0) {
            keys[place] = key;
            pairs++;
        }
        versions[place] = Math.max(versions[place], version(event));
    }

    /** Movies are numbered from 1, so no key is 0. */
    private int placeOf(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int place = (int) (((hash >>> Integer.SIZE) * keys.length) >>> Integer.SIZE);
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 == keys.length ? 0 : place + 1;
        }
        return place;
    }

    private static long version(WorkloadEvent event) {
        return (event.ratedAt() << TIME_SHIFT) | (event.isDelete() ? DELETED : event.value());
    }

    void forEachLive(Visitor visitor) {
        for (int place = 0; place < keys.length; place++) {
            if (keys[place] != 0 && (versions[place] & DELETED) == 0) {
                visitor.visit((int) (keys[place] >>> Integer.SIZE), (int) (versions[place] & VALUE_MASK));
            }
        }
    }

    int pairs() {
        return pairs;
    }
}
