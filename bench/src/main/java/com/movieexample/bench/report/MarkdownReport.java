package com.movieexample.bench.report;

import com.movieexample.bench.contest.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report for people: {@code report.md}. */
final class MarkdownReport {
    static final String MARQUEE = "Marquee";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    static String of(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.head(report);
        markdown.allTargets(report);
        report.sections().forEach(markdown::section);
        return markdown.text.toString();
    }

    private void head(Report report) {
        Machine machine = report.machine();
        line("# What the bench measured");
        line("");
        line("Measured %s, in %d min, with seed %d, %d runs of each contender by turns (fewer of large sizes)."
                .formatted(DATE.format(report.began()), report.took().toMinutes(), report.seed(), report.runs()));
        line("");
        row("machine", "");
        row("---", "---");
        row("processor", machine.processor() + ", " + machine.cores() + " cores");
        row("memory", Numbers.bytes(machine.memoryBytes()));
        row("disk", machine.disk());
        row("system", machine.system());
        row("Java", machine.java());
        row("Kafka", machine.kafka() + ", the broker in a process of its own on the same machine");
        line("");
        line("Figures are medians; least and greatest show the spread. \"Times as good\" is how Marquee's median");
        line(
                "compares with that of the row: above 1 Marquee is better, below 1 the other. Each contender did the same");
        line("work, and where the work has an answer, it was checked.");
        line("");
        if (!report.missing().isEmpty()) {
            line("**Not complete.** No figures for: " + Markdown.escape(String.join(", ", report.missing())) + ".");
            line("");
        }
        report.problems().forEach(problem -> line("- " + Markdown.escape(problem)));
        if (!report.problems().isEmpty()) {
            line("");
        }
    }

    private void allTargets(Report report) {
        List<Result> aimed = report.results().stream()
                .filter(result -> !result.targets().isEmpty())
                .toList();
        if (aimed.isEmpty()) {
            return;
        }
        line("## Targets");
        line("");
        row("measure", "size", "target", "reached", "");
        row("---", "---:", "---", "---:", "---");
        for (Result result : aimed) {
            for (Result.Target target : result.targets()) {
                row(
                        result.id(),
                        Numbers.whole(result.size()),
                        target.text(),
                        target.reached(),
                        target.met() ? "met" : "**missed**");
            }
        }
        line("");
    }

    private void section(Report.Section section) {
        line("## " + Markdown.escape(section.measure()));
        line("");
        line(Markdown.escape(section.description()));
        line("");
        if (section.chart() == Chart.GROWTH) {
            image(ChartFiles.nameOf(section), section.description());
        }
        section.results().forEach(result -> result(section, result));
    }

    private void result(Report.Section section, Result result) {
        line("### %s: %s".formatted(Markdown.escape(result.title()), Numbers.whole(result.size())));
        line("");
        row(
                "%s (%s is better)".formatted(result.unit(), result.more() ? "more" : "less"),
                "median",
                "least",
                "greatest",
                "times as good");
        row("---", "---:", "---:", "---:", "---:");
        row(MARQUEE, result.figures(), "");
        result.baselines().forEach((name, figures) -> row(name, figures, Numbers.ratio(result.timesAsGoodAs(figures))));
        line("");
        if (section.chart() == Chart.BARS && !result.baselines().isEmpty()) {
            image(ChartFiles.nameOf(result), result.title());
        }
        result.remarks().forEach(remark -> line("- " + Markdown.escape(remark)));
        if (!result.remarks().isEmpty()) {
            line("");
        }
    }

    private void row(String name, Figures figures, String ratio) {
        row(
                name,
                Numbers.figure(figures.median()),
                Numbers.figure(figures.least()),
                Numbers.figure(figures.greatest()),
                ratio);
    }

    private void row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ')
                    .append(cell.startsWith("**") ? cell : Markdown.escape(cell))
                    .append(" |");
        }
        line(row.toString());
    }

    private void image(String file, String title) {
        line("![%s](%s)".formatted(Markdown.escape(title), file));
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
