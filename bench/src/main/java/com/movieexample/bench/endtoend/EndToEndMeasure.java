package com.movieexample.bench.endtoend;

import static com.movieexample.bench.aggregate.Solutions.POSTGRES;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.aggregate.Race;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.postgres.OptionalPostgres;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.report.Result.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the first event sent until all are visible, against PostgreSQL, which takes and aggregates them in one step. */
public final class EndToEndMeasure implements Measure {
    private static final String MARQUEE = "marquee";
    private static final int MIDDLE = 2_000_000;
    private static final int LARGE = 10_000_000;

    @Override
    public String name() {
        return "end-to-end";
    }

    @Override
    public String description() {
        return "producing and aggregating at once, beside PostgreSQL";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        try (OptionalPostgres postgres = OptionalPostgres.start()) {
            for (int size : bench.sizes(MIDDLE, LARGE)) {
                results.add(run(bench, size, postgres));
            }
        }
        return results;
    }

    private Result run(Bench bench, int size, OptionalPostgres postgres) throws Exception {
        bench.say("  %,d events".formatted(size));
        try (Race race = new Race(bench, size, postgres.address());
                LiveRun live = new LiveRun(bench, bench.topic(size))) {
            return run(bench, size, postgres, race, live);
        }
    }

    private Result run(Bench bench, int size, OptionalPostgres postgres, Race race, LiveRun live) throws Exception {
        Contest contest = new Contest(bench::say).contender(MARQUEE, live);
        if (postgres.address().isPresent()) {
            contest.contender(POSTGRES.label(), race.contender(POSTGRES));
        }
        Map<String, Figures> figures = contest.rounds(Math.min(bench.runs(), mostRuns(size)));
        Result result = Result.of(
                        name(), "Producing and aggregating at once", size, "events/s", true, figures.get(MARQUEE))
                .remark(
                        "From the first event sent until all are committed to the view; one producer process and one aggregator process, which have done the same with up to a million events before, the broker beside them, all on the same machine. Every answer was checked for each movie.")
                .remark(postgres.remark());
        return postgres.address().isPresent() ? compared(result, size, figures.get(POSTGRES.label())) : result;
    }

    /** A run of the large size takes minutes, and so does one of its rival. */
    private static int mostRuns(int size) {
        return size < LARGE ? 3 : 1;
    }

    private static Result compared(Result result, int size, Figures postgres) {
        double least = size < LARGE ? 1.0 : 1.3;
        String text = "at least %.1f times PostgreSQL".formatted(least);
        return result.baseline(POSTGRES.label(), postgres)
                .target(Target.ratio(text, result.figures().median(), postgres.median(), least));
    }
}
