package com.movieexample.bench.aggregate;

import static com.movieexample.bench.aggregate.Solutions.CONSUMER;
import static com.movieexample.bench.aggregate.Solutions.DSL;
import static com.movieexample.bench.aggregate.Solutions.EMPTY;
import static com.movieexample.bench.aggregate.Solutions.POSTGRES;
import static com.movieexample.bench.aggregate.Solutions.ROCKSDB;
import static com.movieexample.bench.aggregate.Solutions.STANDARD;

import java.util.List;

/**
 * Who aggregates so many events beside Marquee with its batched store, how often, and what is to be reached.
 *
 * @param mostRuns fewer than the bench is asked for, since a run takes long
 */
record Plan(int mostRuns, List<Solutions> rivals, List<Goal> goals) {
    private static final int SMALL = 500_000;
    private static final int MIDDLE = 2_000_000;
    private static final int LARGE = 10_000_000;

    private static final Goal PACE = Goal.pace(170_000);

    /** The slow ones take part where they are done in time, and in one size. */
    static Plan of(int size) {
        if (size <= SMALL) {
            return new Plan(3, List.of(DSL), List.of(Goal.times(5, DSL, "the obvious DSL solution")));
        } else if (size <= MIDDLE) {
            return new Plan(
                    3,
                    List.of(STANDARD, POSTGRES, ROCKSDB, EMPTY, CONSUMER),
                    List.of(PACE, Goal.times(1.5, STANDARD, "our standard stores")));
        }
        // PostgreSQL takes and aggregates in one step, and so is timed with as many events end to end.
        return new Plan(size <= LARGE ? 3 : 1, List.of(), List.of(PACE));
    }
}
