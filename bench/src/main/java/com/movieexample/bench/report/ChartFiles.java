package com.movieexample.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The charts of a report by the names of their files. */
final class ChartFiles {
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9.-]+");

    private ChartFiles() {}

    static Map<String, String> of(Report report) {
        Map<String, String> charts = new LinkedHashMap<>();
        for (Report.Section section : report.sections()) {
            if (section.chart() == Chart.GROWTH) {
                charts.put(nameOf(section), GrowthChart.of(section.description(), section.results()));
            } else {
                section.results().stream()
                        .filter(result -> !result.baselines().isEmpty())
                        .forEach(result -> charts.put(nameOf(result), BarChart.of(result)));
            }
        }
        return charts;
    }

    static String nameOf(Report.Section section) {
        return fileName(section.measure());
    }

    static String nameOf(Result result) {
        return fileName(result.id() + "-" + result.size());
    }

    private static String fileName(String name) {
        return UNFIT.matcher(name).replaceAll("-") + ".svg";
    }
}
