package com.movieexample.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void itHoldsBothReportsAndTheChartsAndIsReplaced() throws IOException {
        Path folder = temporary.resolve("new/report");
        ReportFolder reports = new ReportFolder(folder);

        reports.write(Reports.of());
        reports.write(Reports.of(Reports.section(Reports.AGGREGATE, Reports.size("alone", 5, 1))));

        assertThat(folder).isDirectoryContaining("glob:**/report.md").isDirectoryContaining("glob:**/report.json");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("report.md", "report.json", "aggregate-2000000.svg");
        assertThat(reports.markdown()).content().contains("aggregate-2000000.svg");
    }
}
