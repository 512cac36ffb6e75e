package com.movieexample.bench.contest;

/** One way of doing the work that is measured. */
@FunctionalInterface
public interface Contender {
    /**
     * Does the work once, from a state as at the first time, and checks what came of it.
     *
     * @param run counted from 0
     * @return the figure, in the unit of the contest
     */
    double run(int run) throws Exception;
}
