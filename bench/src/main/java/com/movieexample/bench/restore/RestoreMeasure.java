package com.movieexample.bench.restore;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.aggregate.ChildAnswer;
import com.movieexample.bench.aggregate.RunInputs;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.report.Result.Target;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** How fast the stores come back from the changelogs once they are lost. */
public final class RestoreMeasure implements Measure {
    private static final int SIZE = 2_000_000;
    private static final int RECORDS_PER_SECOND = 500_000;

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String description() {
        return "restoring lost stores from the changelogs";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (int size : bench.sizes(SIZE)) {
            WorkloadTopic log = bench.topic(size);
            Restores restores = restores(bench, log);
            log.answer().check(name(), restores.ratings()::get);
            results.add(result(size, restores));
        }
        return results;
    }

    private Restores restores(Bench bench, WorkloadTopic log)
            throws IOException, ExecutionException, InterruptedException {
        try (RunInputs inputs = new RunInputs(bench, name(), log, Optional.empty())) {
            return ChildAnswer.ask(
                    RestoreMain.class,
                    List.of(
                            inputs.warmUp(),
                            inputs.measured(),
                            bench.runs(log.workload().size())),
                    inputs.childLog(),
                    Restores.class);
        }
    }

    private Result result(int size, Restores restores) {
        Figures figures = perSecond(restores.records(), restores.seconds());
        return Result.of(name(), "Restoring lost stores", size, "records/s", true, figures)
                .baseline("consumer", perSecond(restores.records(), restores.consumerSeconds()))
                .target(Target.atLeast("at least 500,000 records/s", figures.median(), RECORDS_PER_SECOND))
                .remark(
                        "From start until the fold runs, with the stores of its folder deleted: %,d records of both changelogs, for %,d events. What the restored store says was checked for each movie."
                                .formatted(restores.records(), size))
                .remark("The consumer only reads the same records.");
    }

    private static Figures perSecond(long records, List<Double> seconds) {
        return new Figures(seconds.stream().map(taken -> records / taken).toList());
    }
}
