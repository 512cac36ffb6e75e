package com.movieexample.bench.report;

import com.movieexample.bench.contest.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports for tests. */
final class Reports {
    static final Machine MACHINE =
            new Machine(2, "Some|CPU", 24L << 30, "solid state disk, ext4", "Linux 6, amd64", "OpenJDK 17", "4.3.1");

    static final Result AGGREGATE = Result.of(
                    "aggregate",
                    "aggregating a <loaded> log",
                    2_000_000,
                    "events/s",
                    true,
                    new Figures(List.of(190_000.0, 210_000.0, 200_000.0)))
            .baseline("standard", new Figures(List.of(100_000.0, 90_000.5)))
            .baseline("postgres", Figures.NONE)
            .target(Result.Target.ratio("at least 1.5 times our standard stores", 200_000, 95_000.25, 1.5))
            .target(Result.Target.atLeast("at least 250,000/s", 200_000, 250_000))
            .remark("PostgreSQL *is not* installed.");

    static final Result FRESHNESS = Result.of(
                    "freshness", "until visible, p99", 5_000, "ms", false, new Figures(List.of(20.25)))
            .baseline("dsl", new Figures(List.of(4_600.0)));

    private Reports() {}

    static Report of(Report.Section... sections) {
        return new Report(
                MACHINE,
                Instant.parse("2026-11-22T17:00:00Z"),
                Duration.ofMinutes(12),
                42,
                5,
                List.of(sections),
                List.of(),
                List.of());
    }

    static Report.Section section(Result... results) {
        return new Report.Section("measure", "what was done", Chart.BARS, List.of(results));
    }

    static Report.Section growth(Result... results) {
        return new Report.Section("growth", "cost as work grows", Chart.GROWTH, List.of(results));
    }

    static Result size(String id, long size, double median) {
        return Result.of(id, id, size, "events/s", true, new Figures(List.of(median)));
    }
}
