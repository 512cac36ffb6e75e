package com.movieexample.bench.solution;

/**
 * A user's last word on a movie, as the DSL's tables hold it.
 *
 * @param value in hundredths; 0 for a delete
 */
record Rated(int value, long ratedAt) {
    boolean isDelete() {
        return value == 0;
    }

    /** At the same time a delete beats a rating, and the higher rating the lower. */
    Rated orLater(Rated other) {
        if (ratedAt != other.ratedAt) {
            return ratedAt > other.ratedAt ? this : other;
        }
        return isDelete() || (!other.isDelete() && value > other.value) ? this : other;
    }
}
