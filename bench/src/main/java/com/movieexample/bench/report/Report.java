package com.movieexample.bench.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one run of the bench found.
 *
 * @param sections by measure, in the order in which they were measured
 * @param problems what went wrong, a sentence each
 * @param missing the measures that were asked for and have no figures: failed, or not done yet
 */
public record Report(
        Machine machine,
        Instant began,
        Duration took,
        long seed,
        int runs,
        List<Section> sections,
        List<String> problems,
        List<String> missing) {
    public Report {
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /** What one measure found. */
    public record Section(String measure, String description, Chart chart, List<Result> results) {
        public Section {
            results = List.copyOf(results);
        }
    }

    public List<Result> results() {
        List<Result> all = new ArrayList<>();
        sections.forEach(section -> all.addAll(section.results()));
        return all;
    }
}
