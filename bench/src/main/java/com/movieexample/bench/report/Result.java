package com.movieexample.bench.report;

import com.movieexample.bench.contest.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marquee's figures for one question, and those of the baselines beside them.
 *
 * @param id names the question in {@code report.json}, such as {@code aggregate}
 * @param title says it to a reader
 * @param size how many ratings, requests or records the work was about
 * @param unit of all figures, such as {@code events/s} or {@code ms}
 * @param more whether a greater figure is the better one
 * @param baselines by name
 * @param targets what is to be reached
 * @param remarks how it was measured, and what else was seen, a sentence each
 */
public record Result(
        String id,
        String title,
        long size,
        String unit,
        boolean more,
        Figures figures,
        Map<String, Figures> baselines,
        List<Target> targets,
        List<String> remarks) {
    public Result {
        baselines = new LinkedHashMap<>(baselines);
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param text such as "at least 1.5 times our standard stores"
     * @param reached such as "1.72"
     */
    public record Target(String text, String reached, boolean met) {
        /** At least {@code least} times a baseline. */
        public static Target ratio(String text, double figure, double baseline, double least) {
            double ratio = figure / baseline;
            return new Target(text, "%.2f".formatted(ratio), ratio >= least);
        }

        public static Target atLeast(String text, double figure, double least) {
            return new Target(text, "%,.0f".formatted(figure), figure >= least);
        }

        public static Target atMost(String text, double figure, double most) {
            return new Target(text, "%,.1f".formatted(figure), figure <= most);
        }
    }

    /** A result without baselines, targets and remarks. */
    public static Result of(String id, String title, long size, String unit, boolean more, Figures figures) {
        return new Result(id, title, size, unit, more, figures, Map.of(), List.of(), List.of());
    }

    public Result baseline(String name, Figures of) {
        Map<String, Figures> all = new LinkedHashMap<>(baselines);
        all.put(name, of);
        return new Result(id, title, size, unit, more, figures, all, targets, remarks);
    }

    public Result target(Target target) {
        return new Result(id, title, size, unit, more, figures, baselines, plus(targets, target), remarks);
    }

    public Result remark(String remark) {
        return new Result(id, title, size, unit, more, figures, baselines, targets, plus(remarks, remark));
    }

    /** How many times as good Marquee's median is as that of a baseline: above 1 it is better. NaN if one is missing. */
    public double timesAsGoodAs(Figures baseline) {
        return more ? figures.median() / baseline.median() : baseline.median() / figures.median();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
