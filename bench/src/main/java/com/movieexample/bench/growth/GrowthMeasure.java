package com.movieexample.bench.growth;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.aggregate.ChildAnswer;
import com.movieexample.bench.aggregate.RunInputs;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Chart;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Throughput, state, memory, restart and restore of the aggregator at several sizes, one run of each. */
public final class GrowthMeasure implements Measure {
    private static final double MEBIBYTE = 1 << 20;

    /** State, changelogs and the copy that a restore makes. */
    private static final long DISK_BYTES_PER_EVENT = 250;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String description() {
        return "the aggregator's cost as ratings grow";
    }

    @Override
    public Chart chart() {
        return Chart.GROWTH;
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (int size : bench.sizes(1_000_000, 3_000_000, 10_000_000)) {
            bench.needDisk(DISK_BYTES_PER_EVENT * size);
            WorkloadTopic log = bench.topic(size);
            bench.say("  %,d events".formatted(size));
            Growth growth = grow(bench, log);
            log.answer().check(name(), growth.ratings()::get);
            results.addAll(results(size, log.answer().live(), growth));
        }
        return results;
    }

    private Growth grow(Bench bench, WorkloadTopic log) throws IOException, ExecutionException, InterruptedException {
        try (RunInputs inputs = new RunInputs(bench, name(), log, Optional.empty())) {
            return ChildAnswer.ask(
                    GrowthMain.class, List.of(inputs.warmUp(), inputs.measured()), inputs.childLog(), Growth.class);
        }
    }

    static List<Result> results(int size, int live, Growth growth) {
        List<Result> results = new ArrayList<>();
        results.add(figure("growth-throughput", "aggregating", size, "events/s", true, growth.eventsPerSecond())
                .remark("%,d ratings are live in the end; each was checked by movie after the restore."
                        .formatted(live)));
        results.add(figure("growth-state", "stores on disk", size, "MiB", false, growth.stateBytes() / MEBIBYTE)
                .remark("%.1f bytes for each live rating.".formatted((double) growth.stateBytes() / live)));
        if (growth.peakBytes() > 0) {
            results.add(figure("growth-memory", "peak memory", size, "MiB", false, growth.peakBytes() / MEBIBYTE)
                    .remark("The most resident memory of the process at any time, with a heap of 2 GiB at most."));
        }
        results.add(figure("growth-restart", "clean restart", size, "s", false, growth.restartSeconds())
                .remark("From start until it runs, in a warm JVM."));
        results.add(figure("growth-restore", "restore", size, "s", false, growth.restoreSeconds())
                .remark("The same after its stores were deleted: from the changelogs."));
        return results;
    }

    private static Result figure(String id, String title, int size, String unit, boolean more, double figure) {
        return Result.of(id, title, size, unit, more, new Figures(List.of(figure)));
    }
}
