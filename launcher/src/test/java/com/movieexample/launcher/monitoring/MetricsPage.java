package com.movieexample.launcher.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page {@code docs/metrics.md}: a row for each metric of our own, and one for each group of the others. */
record MetricsPage(String markdown) {
    private static final String ROW = "| `";
    private static final String GROUP = "…`";
    private static final int COLUMNS = 6;
    private static final List<String> OUR_OWN = List.of("marquee_", "http_", "grpc_");

    /** @param marquee Marquee's own folder */
    static MetricsPage in(Path marquee) throws IOException {
        return new MetricsPage(Files.readString(marquee.resolve("docs/metrics.md")));
    }

    /** The rows of our own metrics. */
    Set<String> rows() {
        return markdown.lines()
                .filter(line -> line.split(" \\| ", -1).length == COLUMNS)
                .filter(line -> OUR_OWN.stream().anyMatch(own -> line.startsWith(ROW + own)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the names of the others begin with. */
    Set<String> groups() {
        return markdown.lines()
                .filter(line -> line.startsWith(ROW) && line.contains(GROUP))
                .map(line -> line.substring(ROW.length(), line.indexOf(GROUP)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows as they must be by what the services show. */
    static Set<String> rowsOf(List<Scrape> scrapes) {
        Map<String, List<String>> services = new LinkedHashMap<>();
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (Scrape scrape : scrapes) {
            scrape.metrics().values().stream().filter(MetricsPage::isOurs).forEach(metric -> {
                services.computeIfAbsent(metric.name(), name -> new ArrayList<>())
                        .add(scrape.service());
                metrics.merge(metric.name(), metric, Metric::and);
            });
        }
        return metrics.values().stream()
                .map(metric -> metric.row(services.get(metric.name())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isOurs(Metric metric) {
        return OUR_OWN.stream().anyMatch(metric.name()::startsWith);
    }
}
