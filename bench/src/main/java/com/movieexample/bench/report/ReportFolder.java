package com.movieexample.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Where the report goes: {@code report.md}, {@code report.json} and the charts. Not thread-safe. */
public record ReportFolder(Path folder) {
    /** Replaces what an earlier call wrote; each file is whole at any moment. */
    public void write(Report report) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> chart : ChartFiles.of(report).entrySet()) {
            replace(chart.getKey(), chart.getValue());
        }
        replace("report.json", JsonReport.of(report));
        replace("report.md", MarkdownReport.of(report));
    }

    private void replace(String name, String content) throws IOException {
        Path fresh = Files.writeString(folder.resolve(name + ".new"), content);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public Path markdown() {
        return folder.resolve("report.md");
    }
}
