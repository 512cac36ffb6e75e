package com.movieexample.launcher.monitoring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A metric as a service shows it. */
record Metric(String name, String type, Set<String> labels, String help) {
    private static final String EVERYWHERE = "service";

    /** The same metric with the labels that it has on another service, too. */
    Metric and(Metric elsewhere) {
        Set<String> all = new TreeSet<>(labels);
        all.addAll(elsewhere.labels);
        return new Metric(name, type, all, help);
    }

    /** Its row of the page. */
    String row(List<String> services) {
        Set<String> own = new TreeSet<>(labels);
        own.remove(EVERYWHERE);
        String shown = own.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(name, type, unit(), shown.isEmpty() ? "-" : shown, help, String.join(", ", services));
    }

    private String unit() {
        if (name.contains("_seconds")) {
            return "seconds";
        }
        return name.contains("_bytes") ? "bytes" : "-";
    }
}
