package com.movieexample.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static List<String> linesOf(Report report) {
        return MarkdownReport.of(report).lines().toList();
    }

    @Test
    void itBeginsWithWhenAndWhere() {
        assertThat(linesOf(Reports.of()))
                .contains(
                        "Measured 2026-11-22 17:00 UTC, in 12 min, with seed 42, 5 runs of each contender by turns"
                                + " (fewer of large sizes).",
                        "| processor | Some\\|CPU, 2 cores |",
                        "| memory | 24.00 GiB |",
                        "| disk | solid state disk, ext4 |")
                .noneMatch(line -> line.contains("Targets"))
                .noneMatch(line -> line.contains("Not complete"));
    }

    @Test
    void aResultIsATableOfContendersWithTheirSpread() {
        assertThat(linesOf(Reports.of(Reports.section(Reports.AGGREGATE))))
                .containsSubsequence(
                        "## measure",
                        "what was done",
                        "### aggregating a \\<loaded\\> log: 2,000,000",
                        "| events/s (more is better) | median | least | greatest | times as good |",
                        "| --- | ---: | ---: | ---: | ---: |",
                        "| Marquee | 200,000 | 190,000 | 210,000 |  |",
                        "| standard | 95,000 | 90,001 | 100,000 | 2.11 |",
                        "| postgres | - | - | - | - |",
                        "![aggregating a \\<loaded\\> log](aggregate-2000000.svg)",
                        "- PostgreSQL \\*is not\\* installed.");
    }

    @Test
    void whereLessIsBetterTheRatioSaysSo() {
        assertThat(linesOf(Reports.of(Reports.section(Reports.FRESHNESS))))
                .contains(
                        "| ms (less is better) | median | least | greatest | times as good |",
                        "| dsl | 4,600 | 4,600 | 4,600 | 227 |");
    }

    @Test
    void targetsStandTogetherAtTheTop() {
        assertThat(linesOf(Reports.of(Reports.section(Reports.AGGREGATE))))
                .containsSubsequence(
                        "## Targets",
                        "| aggregate | 2,000,000 | at least 1.5 times our standard stores | 2.11 | met |",
                        "| aggregate | 2,000,000 | at least 250,000/s | 200,000 | **missed** |",
                        "## measure");
    }

    @Test
    void anUnfinishedRunSaysWhatIsMissingAndWhy() {
        Report whole = Reports.of();
        List<String> lines = linesOf(new Report(
                whole.machine(),
                whole.began(),
                whole.took(),
                42,
                5,
                List.of(),
                List.of("query: no `curl`\nhere"),
                List.of("query", "memory")));

        assertThat(lines).contains("**Not complete.** No figures for: query, memory.", "- query: no \\`curl\\` here");
    }

    @Test
    void growthHasOneChartForAll() {
        assertThat(linesOf(Reports.of(
                        Reports.growth(Reports.size("state", 1_000_000, 28), Reports.size("state", 3_000_000, 27)))))
                .filteredOn(line -> line.startsWith("!["))
                .containsExactly("![cost as work grows](growth.svg)");
    }
}
