package com.movieexample.bench.aggregate;

import static com.movieexample.bench.aggregate.Solutions.BATCHED;
import static com.movieexample.bench.aggregate.Solutions.POSTGRES;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.postgres.OptionalPostgres;
import com.movieexample.bench.report.Result;
import java.util.ArrayList;
import java.util.List;

/** How fast a loaded log is aggregated, from nothing until all of it is committed, beside what others would take for it. */
public final class AggregateMeasure implements Measure {
    private static final List<Integer> USUAL = List.of(500_000, 2_000_000, 10_000_000);
    private static final int VERY_LARGE = 30_000_000;

    @Override
    public String name() {
        return "aggregate";
    }

    @Override
    public String description() {
        return "aggregating a loaded log, beside the obvious DSL solution, PostgreSQL and others";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        try (OptionalPostgres postgres = OptionalPostgres.start()) {
            for (int size : sizes(bench)) {
                results.addAll(run(bench, size, postgres));
            }
        }
        return results;
    }

    private static List<Integer> sizes(Bench bench) {
        List<Integer> usual = new ArrayList<>(USUAL);
        if (bench.isLong()) {
            usual.add(VERY_LARGE);
        }
        return bench.sizes(usual.toArray(Integer[]::new));
    }

    private static List<Result> run(Bench bench, int size, OptionalPostgres postgres) throws Exception {
        bench.say("  %,d events".formatted(size));
        Plan plan = Plan.of(size);
        try (Race race = new Race(bench, size, postgres.address())) {
            Contest contest = new Contest(bench::say).contender(BATCHED.label(), race.contender(BATCHED));
            plan.rivals().stream()
                    .filter(rival -> rival != POSTGRES || postgres.address().isPresent())
                    .forEach(rival -> contest.contender(rival.label(), race.contender(rival)));
            contest.rounds(Math.min(bench.runs(), plan.mostRuns()));
            return new AggregateResults(size, plan, race, postgres.remark()).all();
        }
    }
}
