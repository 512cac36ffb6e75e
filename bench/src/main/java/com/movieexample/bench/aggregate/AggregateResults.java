package com.movieexample.bench.aggregate;

import static com.movieexample.bench.aggregate.Solutions.BATCHED;
import static com.movieexample.bench.aggregate.Solutions.DSL;
import static com.movieexample.bench.aggregate.Solutions.POSTGRES;

import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.report.Result.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What is made of the runs of a race. */
record AggregateResults(int size, Plan plan, Race race, String postgresRemark) {
    private static final double MOST_LOG_BYTES = 35;
    private static final double MOST_INTERNAL_BYTES = 35;
    private static final double MOST_STATE_BYTES = 28;

    private static final String HOW =
            "From start until everything is committed; two threads, exactly once, a commit every 100 ms. Each solution has a JVM of its own with 2 GB of heap, which has aggregated up to four times as many events, but no more than a million, before its first run and lasts for all of them. The broker is on the same machine. Every answer was checked for each movie.";

    private static final String DSL_LACKS =
            "The DSL solution keeps neither histogram nor position nor digest, which spares it work.";

    List<Result> all() throws ExecutionException, InterruptedException {
        return List.of(throughput(), cpu(), inLog(race.logBytesPerEvent()), internal(), state());
    }

    private Result throughput() {
        Result result = result(
                        "aggregate",
                        "Aggregating",
                        "events/s",
                        true,
                        run -> run.cost().perSecond(),
                        all -> true)
                .remark(HOW);
        Map<Solutions, Double> medians = new EnumMap<>(Solutions.class);
        race.solutions()
                .forEach(solution -> medians.put(
                        solution,
                        race.figures(solution, run -> run.cost().perSecond()).median()));
        for (Goal goal : plan.goals()) {
            result = result.target(goal.of(medians));
        }
        if (plan.rivals().contains(DSL)) {
            result = result.remark(DSL_LACKS);
        }
        return plan.rivals().contains(POSTGRES) ? result.remark(postgresRemark) : result;
    }

    private Result cpu() {
        return result(
                        "aggregate-cpu",
                        "CPU time of it",
                        "us/event",
                        false,
                        run -> run.cost().cpuMicros(),
                        all -> true)
                .remark("Of the solution's process, and of PostgreSQL's server; the Kafka broker's is not in it.");
    }

    private Result inLog(double bytes) {
        return Result.of("bytes-log", "A rating in the log", size, "bytes", false, new Figures(List.of(bytes)))
                .target(Target.atMost("at most 35 bytes", bytes, MOST_LOG_BYTES));
    }

    private Result internal() {
        Result result = result(
                "bytes-internal",
                "A rating in all internal topics",
                "bytes",
                false,
                Run::internalBytesPerEvent,
                Solutions::hasInternalTopics);
        return result.target(Target.atMost("at most 35 bytes", result.figures().median(), MOST_INTERNAL_BYTES));
    }

    private Result state() {
        Result result = result(
                        "bytes-state",
                        "A rating in the stores",
                        "bytes",
                        false,
                        run -> run.cost().stateBytesPerEvent(),
                        Solutions::keepsState)
                .remark("After a clean end. PostgreSQL's are tables with their indexes.");
        return result.target(Target.atMost("at most 28 bytes", result.figures().median(), MOST_STATE_BYTES));
    }

    private Result result(
            String id,
            String title,
            String unit,
            boolean more,
            ToDoubleFunction<Run> figure,
            Predicate<Solutions> compared) {
        Result result = Result.of(id, title, size, unit, more, race.figures(BATCHED, figure));
        for (Solutions rival : race.solutions()) {
            if (rival != BATCHED && compared.test(rival)) {
                result = result.baseline(rival.label(), race.figures(rival, figure));
            }
        }
        return result;
    }
}
