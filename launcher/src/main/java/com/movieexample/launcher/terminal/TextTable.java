package com.movieexample.launcher.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text in columns, each as wide as its widest cell. Not thread-safe. */
public final class TextTable {
    private static final String BETWEEN = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(boolean right) {
        private String pad(String cell, int width) {
            String spaces = " ".repeat(width - cell.length());
            return right ? spaces + cell : cell + spaces;
        }
    }

    /** @param headings one that begins with {@code >} is over a column of numbers, which end below each other */
    public TextTable(String... headings) {
        columns = Arrays.stream(headings)
                .map(heading -> new Column(heading.startsWith(">")))
                .toList();
        rows.add(Arrays.stream(headings)
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList());
    }

    /** @throws IllegalArgumentException unless there is a cell for each column */
    public void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** The headings, then the rows; without spaces at the end. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> columns.get(column).pad(row.get(column), widths[column]))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }
}
