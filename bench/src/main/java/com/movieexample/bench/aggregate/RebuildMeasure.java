package com.movieexample.bench.aggregate;

import static com.movieexample.bench.aggregate.Solutions.BATCHED;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast the log is replayed for another generation of the view. For the fold that is aggregating a loaded log from
 * nothing, and so it is measured: each run has an application id, changelogs and a state folder of its own.
 */
public final class RebuildMeasure implements Measure {
    private static final int SIZE = 2_000_000;
    private static final int MOST_RUNS = 3;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String description() {
        return "replaying the log into another generation of the view";
    }

    /** As long as it is the same as aggregating that many. */
    @Override
    public boolean isInAll() {
        return false;
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (int size : bench.sizes(SIZE)) {
            try (Race race = new Race(bench, size, Optional.empty())) {
                Figures figures = new Contest(bench::say)
                        .contender(BATCHED.label(), race.contender(BATCHED))
                        .rounds(Math.min(bench.runs(), MOST_RUNS))
                        .get(BATCHED.label());
                results.add(
                        Result.of(name(), "Replaying for a rebuild", size, "events/s", true, figures)
                                .remark(
                                        "The target of 150,000 events/s is for a rebuild beside the live view, which is yet to come."));
            }
        }
        return results;
    }
}
