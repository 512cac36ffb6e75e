package com.movieexample.launcher.verify;

/**
 * Which checkpoints were compared.
 *
 * @param served how many there are, over all partitions
 * @param compared how many of them
 * @param first the least of their offsets, {@code last} the greatest; 0 if none was compared
 */
record ComparedCheckpoints(long served, long compared, long first, long last) {
    static final ComparedCheckpoints NONE = new ComparedCheckpoints(0, 0, 0, 0);

    ComparedCheckpoints andCompared(long offset) {
        long least = compared == 0 ? offset : Math.min(first, offset);
        return new ComparedCheckpoints(served + 1, compared + 1, least, Math.max(last, offset));
    }

    ComparedCheckpoints andNotCompared() {
        return new ComparedCheckpoints(served + 1, compared, first, last);
    }
}
