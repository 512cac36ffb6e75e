package com.movieexample.bench.report;

import com.movieexample.bench.contest.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bar for the median of each contender, and on it a line from its least to its greatest figure. */
final class BarChart {
    private static final int WIDTH = 760;
    private static final int TOP = 56;
    private static final int ROW = 30;
    private static final int BAR = 20;
    private static final int NAMES = 170;
    private static final int FIGURES = 130;
    private static final int MARGIN = 12;

    private BarChart() {}

    static String of(Result result) {
        Map<String, Figures> contenders = new LinkedHashMap<>();
        contenders.put(MarkdownReport.MARQUEE, result.figures());
        contenders.putAll(result.baselines());
        double greatest = contenders.values().stream()
                .mapToDouble(Figures::greatest)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double scale = (WIDTH - NAMES - FIGURES) / (greatest > 0 ? greatest : 1);
        Svg svg = new Svg(WIDTH, TOP + contenders.size() * ROW + MARGIN);
        svg.title(MARGIN, 24, result.title());
        svg.text(Svg.Anchor.START, MARGIN, 43, subtitle(result));
        int y = TOP;
        for (Map.Entry<String, Figures> contender : contenders.entrySet()) {
            String kind = y == TOP ? "own" : "other";
            bar(svg, kind, y, scale, contender.getKey(), contender.getValue());
            y += ROW;
        }
        return svg.toString();
    }

    private static String subtitle(Result result) {
        return "%s, %s is better; size %s"
                .formatted(result.unit(), result.more() ? "more" : "less", Numbers.whole(result.size()));
    }

    private static void bar(Svg svg, String kind, int y, double scale, String name, Figures figures) {
        double textY = y + BAR * 0.72;
        svg.text(Svg.Anchor.END, NAMES - 8, textY, name);
        if (!Double.isFinite(figures.median())) {
            svg.text(Svg.Anchor.START, NAMES, textY, "no figure");
            return;
        }
        double middle = y + BAR / 2.0;
        svg.rectangle(kind, NAMES, y, figures.median() * scale, BAR);
        svg.line("spread", NAMES + figures.least() * scale, middle, NAMES + figures.greatest() * scale, middle);
        svg.text(Svg.Anchor.START, NAMES + figures.greatest() * scale + 8, textY, Numbers.figure(figures.median()));
    }
}
