package com.movieexample.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines over the sizes, on logarithmic scales: each figure as a multiple of what it is at the smallest size. */
final class GrowthChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 60;
    private static final int RIGHT = 530;
    private static final int TOP = 60;
    private static final int BOTTOM = 330;
    private static final int LABEL_HEIGHT = 18;

    private final Svg svg = new Svg(WIDTH, HEIGHT);
    private final Map<String, List<Result>> lines = new LinkedHashMap<>();
    private final double smallest;
    private final double largest;
    private final double least;
    private final double greatest;

    private GrowthChart(List<Result> results) {
        results.stream()
                .filter(result -> result.figures().median() > 0)
                .sorted(Comparator.comparingLong(Result::size))
                .forEach(result -> lines.computeIfAbsent(result.id(), id -> new ArrayList<>())
                        .add(result));
        List<Result> drawn = lines.values().stream().flatMap(List::stream).toList();
        smallest = drawn.stream().mapToDouble(Result::size).min().orElse(1);
        largest = Math.max(drawn.stream().mapToDouble(Result::size).max().orElse(1), smallest * 2);
        least = Math.min(0.5, drawn.stream().mapToDouble(this::multiple).min().orElse(1));
        greatest = Math.max(2, drawn.stream().mapToDouble(this::multiple).max().orElse(1));
    }

    static String of(String title, List<Result> results) {
        return new GrowthChart(results).draw(title);
    }

    private double multiple(Result result) {
        return result.figures().median()
                / lines.get(result.id()).get(0).figures().median();
    }

    private String draw(String title) {
        svg.title(12, 24, title);
        svg.text(Svg.Anchor.START, 12, 43, "multiples of the figure at the smallest size; both scales logarithmic");
        axes();
        List<Double> labels = new ArrayList<>();
        int colour = 0;
        for (List<Result> line : lines.values()) {
            draw(line, "line c" + colour++ % Svg.LINE_COLOURS, labels);
        }
        return svg.toString();
    }

    private void axes() {
        for (double power = Math.ceil(log2(least)); power <= log2(greatest) + 0.001; power++) {
            double multiple = Math.pow(2, power);
            svg.line("axis", LEFT, y(multiple), RIGHT, y(multiple));
            svg.text(Svg.Anchor.END, LEFT - 6, y(multiple) + 4, Numbers.figure(multiple));
        }
        lines.values().stream()
                .flatMap(List::stream)
                .mapToLong(Result::size)
                .distinct()
                .forEach(size -> {
                    svg.line("axis", x(size), TOP, x(size), BOTTOM);
                    svg.text(Svg.Anchor.MIDDLE, x(size), BOTTOM + 20, Numbers.whole(size));
                });
    }

    private void draw(List<Result> line, String kind, List<Double> labels) {
        for (int i = 1; i < line.size(); i++) {
            Result from = line.get(i - 1);
            Result to = line.get(i);
            svg.line(kind, x(from.size()), y(multiple(from)), x(to.size()), y(multiple(to)));
        }
        Result last = line.get(line.size() - 1);
        double end = y(multiple(last));
        double label = freePlace(end, labels);
        svg.line(kind, x(last.size()), end, RIGHT + 14, label);
        svg.text(
                Svg.Anchor.START,
                RIGHT + 18,
                label + 4,
                "%s: %s %s"
                        .formatted(last.title(), Numbers.figure(last.figures().median()), last.unit()));
    }

    /** Labels of lines that end close together stand one below the other. */
    private static double freePlace(double wanted, List<Double> taken) {
        double place = wanted;
        boolean free = false;
        while (!free) {
            double here = place;
            free = taken.stream().noneMatch(other -> Math.abs(other - here) < LABEL_HEIGHT);
            place = free ? place : place + LABEL_HEIGHT / 2.0;
        }
        taken.add(place);
        return place;
    }

    private double x(long size) {
        return LEFT + (RIGHT - LEFT) * log2((double) size / smallest) / log2(largest / smallest);
    }

    private double y(double multiple) {
        return BOTTOM - (BOTTOM - TOP) * log2(multiple / least) / log2(greatest / least);
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
