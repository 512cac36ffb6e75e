package com.movieexample.bench.report;

import java.util.Locale;

/** A picture that is written shape by shape; its colours suit a light and a dark page. Not thread-safe. */
final class Svg {
    /** Where a text's position is: at its beginning, middle or end. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1f2328; }
            .title { font-size: 15px; font-weight: 600; }
            .own { fill: #0969da; } .other { fill: #8c959f; } .spread, .axis { stroke: #1f2328; fill: none; }
            .axis { stroke-opacity: .25; } .line { fill: none; stroke-width: 2; }
            .c0 { stroke: #0969da; } .c1 { stroke: #bc4c00; } .c2 { stroke: #1a7f37; } .c3 { stroke: #8250df; } .c4 { stroke: #9a6700; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; } .spread, .axis { stroke: #e6edf3; } .own { fill: #4493f8; } .other { fill: #6e7681; }
            .c0 { stroke: #4493f8; } .c1 { stroke: #f0883e; } .c2 { stroke: #3fb950; } .c3 { stroke: #ab7df8; } .c4 { stroke: #d29922; }
            }
            </style>
            """;

    /** How many lines can be told from one another. */
    static final int LINE_COLOURS = 5;

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Svg rectangle(String kind, double x, double y, double wide, double high) {
        return add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", kind, x, y, wide, high);
    }

    Svg line(String kind, double fromX, double fromY, double toX, double toY) {
        return add(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, fromX, fromY, toX, toY);
    }

    Svg text(Anchor anchor, double x, double y, String text) {
        return add("<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", name(anchor), x, y, escape(text));
    }

    Svg title(double x, double y, String text) {
        return add("<text class=\"title\" x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, escape(text));
    }

    private static String name(Anchor anchor) {
        return anchor.name().toLowerCase(Locale.ROOT);
    }

    private Svg add(String shape, Object... values) {
        body.append(String.format(Locale.ROOT, shape, values)).append('\n');
        return this;
    }

    /** What XML would read as its own. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">\n"
                        .formatted(width, height)
                + STYLE
                + body
                + "</svg>\n";
    }
}
