package com.movieexample.bench.codec;

import com.movieexample.bench.contest.Figures;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH found for one operation on one sample, by format. */
record JmhFigures(Collection<RunResult> runs, String operation, Sample sample) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Nanoseconds per operation. */
    Map<Format, Figures> times() {
        return byFormat(IterationResult::getPrimaryResult);
    }

    /** Bytes of heap allocated per operation. */
    Map<Format, Figures> allocations() {
        return byFormat(iteration -> iteration.getSecondaryResults().get(ALLOCATED));
    }

    private Map<Format, Figures> byFormat(Function<IterationResult, Result<?>> figure) {
        Map<Format, Figures> figures = new EnumMap<>(Format.class);
        for (Format format : Format.values()) {
            figures.put(format, figures(runOf(format), figure));
        }
        return figures;
    }

    private RunResult runOf(Format format) {
        return runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + operation))
                .filter(run -> run.getParams().getParam("format").equals(format.name()))
                .filter(run -> run.getParams().getParam("sample").equals(sample.name()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(
                        "JMH has no result for %s of %s as %s".formatted(operation, sample, format)));
    }

    private static Figures figures(RunResult run, Function<IterationResult, Result<?>> figure) {
        List<Double> scores = run.getAggregatedResult().getIterationResults().stream()
                .map(figure)
                .map(Result::getScore)
                .toList();
        return new Figures(scores);
    }
}
