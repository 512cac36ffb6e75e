package com.movieexample.launcher.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What one service showed at {@code /metrics}. */
record Scrape(String service, String text) {
    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) (.*)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z]\\w*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Each metric by its name. */
    Map<String, Metric> metrics() {
        Map<String, String> helps = new TreeMap<>();
        HELP.matcher(text).results().forEach(found -> helps.put(found.group(1), found.group(2)));
        Map<String, Set<String>> labels = labels();
        Map<String, Metric> metrics = new TreeMap<>();
        TYPE.matcher(text).results().forEach(found -> {
            String name = found.group(1);
            Set<String> own = labels.getOrDefault(name, labels.getOrDefault(name + "_count", Set.of()));
            metrics.put(name, new Metric(name, found.group(2), own, helps.getOrDefault(name, "")));
        });
        return metrics;
    }

    /** The labels of each series' name, which of a histogram are several. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (MatchResult sample : SAMPLE.matcher(text).results().toList()) {
            Set<String> own = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> own.add(label.group(1)));
            }
        }
        return labels;
    }
}
