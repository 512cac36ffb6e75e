package com.movieexample.bench.solution;

/**
 * What the DSL's last table holds of a movie.
 *
 * @param sum in hundredths
 */
record CountAndSum(long count, long sum) {
    static final CountAndSum NONE = new CountAndSum(0, 0);

    CountAndSum plus(Rated rated) {
        return rated.isDelete() ? this : new CountAndSum(count + 1, sum + rated.value());
    }

    CountAndSum minus(Rated rated) {
        return rated.isDelete() ? this : new CountAndSum(count - 1, sum - rated.value());
    }
}
