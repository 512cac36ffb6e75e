package com.movieexample.launcher.importing;

import com.movieexample.runtime.lines.Line;
import com.movieexample.runtime.lines.LineReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The records of a CSV file: a line as a rule, or several if a quoted value has line breaks. A quote that is never
 * closed spoils its own line only: the lines after it are read as if it were not there. Not thread-safe.
 */
final class CsvRecords {
    private static final int MOST_LINES = 1_000;

    private final LineReader lines;
    private final Deque<Line> putBack = new ArrayDeque<>();

    CsvRecords(LineReader lines) {
        this.lines = lines;
    }

    /**
     * The next record, as one line with line breaks in it; empty at the end. Empty lines are passed over.
     *
     * @param whole says of a text of several lines whether it is a record
     */
    Optional<Line> next(Predicate<String> whole) throws IOException {
        Optional<Line> first = nextLine();
        while (first.isPresent()
                && first.get().text().isEmpty()
                && first.get().problem().isEmpty()) {
            first = nextLine();
        }
        if (first.isEmpty()
                || first.get().problem().isPresent()
                || isClosed(first.get().text())) {
            return first;
        }
        return Optional.of(complete(first.get(), whole));
    }

    /** The line with those that belong to it, or alone if it opens a quote for nothing. */
    private Line complete(Line first, Predicate<String> whole) throws IOException {
        List<Line> joined = new ArrayList<>(List.of(first));
        boolean closed = false;
        int length = first.text().length();
        while (!closed && joined.size() < MOST_LINES && length < LineReader.MAX_LINE_BYTES) {
            Optional<Line> next = nextLine();
            if (next.isEmpty()) {
                break;
            }
            joined.add(next.get());
            length += next.get().text().length();
            if (next.get().problem().isPresent()) {
                break;
            }
            closed = !isClosed(next.get().text());
        }
        String text = joined.stream().map(Line::text).collect(Collectors.joining("\n"));
        if (closed && whole.test(text)) {
            return new Line(first.number(), text, Optional.empty());
        }
        for (int i = joined.size() - 1; i > 0; i--) {
            putBack.push(joined.get(i));
        }
        return first;
    }

    private Optional<Line> nextLine() throws IOException {
        return putBack.isEmpty() ? lines.next() : Optional.of(putBack.pop());
    }

    /** Whether its quotes come in pairs; a quote inside a quoted value is written twice. */
    private static boolean isClosed(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
