package com.movieexample.bench.codec;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** {@code codec}: the size of a message in each format, and the cost of writing and reading it. */
public final class CodecMeasure implements Measure {
    @Override
    public String name() {
        return "codec";
    }

    @Override
    public String description() {
        return "size and cost of a message in six formats; two minutes";
    }

    @Override
    public List<Result> run(Bench bench) throws IOException, RunnerException {
        List<Result> results = new ArrayList<>(sizes());
        bench.say("  %d benchmarks in a JVM each, about two minutes".formatted(JmhRun.BENCHMARKS));
        results.addAll(costs(JmhRun.all()));
        return results;
    }

    /** Sizes of both samples, after each format has shown that it reads what it wrote. */
    static List<Result> sizes() throws IOException {
        List<Result> results = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            Map<Format, Figures> sizes = new EnumMap<>(Format.class);
            for (Format format : Format.values()) {
                Subject<?, ?> subject = sample.in(format);
                subject.check(format.label());
                sizes.put(format, new Figures(List.of((double) subject.size())));
            }
            results.add(result("size", sample, "bytes", sizes)
                    .remark("Avro without its schema or a schema's id, which readers need beside it."));
        }
        return results;
    }

    private static List<Result> costs(Collection<RunResult> runs) {
        List<Result> results = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            for (String operation : List.of("encode", "decode")) {
                JmhFigures figures = new JmhFigures(runs, operation, sample);
                results.add(result(operation, sample, "ns", figures.times()).remark(JmhRun.REMARK));
                results.add(result(operation + "-allocation", sample, "bytes", figures.allocations())
                        .remark(JmhRun.REMARK));
            }
        }
        return results;
    }

    private static Result result(String what, Sample sample, String unit, Map<Format, Figures> figures) {
        String subject = sample.name().toLowerCase(Locale.ROOT);
        Result result = Result.of(
                "codec-%s-%s".formatted(what, subject),
                "%s of one %s, by format".formatted(what, subject),
                1,
                unit,
                false,
                figures.get(Format.PROTOBUF));
        for (Map.Entry<Format, Figures> entry : figures.entrySet()) {
            if (entry.getKey() != Format.PROTOBUF) {
                result = result.baseline(entry.getKey().label(), entry.getValue());
            }
        }
        return result;
    }
}
