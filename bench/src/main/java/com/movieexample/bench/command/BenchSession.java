package com.movieexample.bench.command;

import com.movieexample.bench.BenchException;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.report.Report;
import com.movieexample.bench.report.ReportFolder;
import com.movieexample.bench.report.Result;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the measures one after the other. The report is written after each of them, so that an end at any moment leaves
 * what was found until then. For one thread.
 */
final class BenchSession {
    private final BenchOptions options;
    private final List<Measure> measures;
    private final Consumer<String> say;
    private final ReportFolder reports;
    private final Instant began = Instant.now();
    private final List<Report.Section> sections = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int exitCode;

    BenchSession(BenchOptions options, List<Measure> measures, Consumer<String> say) {
        this.options = options;
        this.measures = measures;
        this.say = say;
        this.reports = new ReportFolder(options.out().toAbsolutePath().normalize());
    }

    /** @return the exit code */
    int run() throws IOException {
        try (BenchResources resources = BenchResources.in(options, say);
                Interruption interruption = Interruption.of(Thread.currentThread(), resources.folder())) {
            // Before minutes of work: whether there can be a report at all.
            write();
            for (Measure measure : measures) {
                if (!interruption.isUnderWay()) {
                    take(measure, resources, interruption);
                    write();
                }
            }
        }
        say.accept("The report: " + reports.markdown());
        return exitCode;
    }

    private void take(Measure measure, BenchResources resources, Interruption interruption) throws IOException {
        say.accept("%s: %s".formatted(measure.name(), measure.description()));
        resources.begin(measure.name());
        try {
            List<Result> results = measure.run(resources);
            sections.add(new Report.Section(measure.name(), measure.description(), measure.chart(), results));
        } catch (Exception e) {
            if (interruption.isUnderWay()) {
                problems.add("Interrupted while " + measure.name() + " was measured.");
            } else {
                note(measure, e);
            }
        } finally {
            resources.end();
        }
    }

    private void note(Measure measure, Exception e) {
        boolean explained = e instanceof BenchException || e instanceof WrongAnswerException;
        String problem = measure.name() + ": " + (explained ? e.getMessage() : describe(e));
        problems.add(problem);
        say.accept("  " + problem);
        exitCode = Math.max(exitCode, e instanceof BenchException ? BenchCommand.ENVIRONMENT : BenchCommand.FINDINGS);
    }

    private static String describe(Throwable e) {
        return e.getCause() == null ? e.toString() : e + ", because of " + describe(e.getCause());
    }

    private void write() throws IOException {
        reports.write(new Report(
                ThisMachine.describe(options.work()),
                began,
                Duration.between(began, Instant.now()),
                options.seed(),
                options.runs(),
                sections,
                problems,
                missing()));
    }

    private List<String> missing() {
        List<String> done = sections.stream().map(Report.Section::measure).toList();
        return measures.stream()
                .map(Measure::name)
                .filter(name -> !done.contains(name))
                .toList();
    }
}
