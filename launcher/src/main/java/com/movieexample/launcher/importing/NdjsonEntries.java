package com.movieexample.launcher.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.runtime.lines.Line;
import com.movieexample.runtime.lines.LineReader;
import java.io.IOException;
import java.util.Optional;

/** One JSON object per line; empty lines are passed over. */
record NdjsonEntries<T>(String file, LineReader lines, EntryType<T> type) implements Entries<T> {
    @Override
    public Optional<Entry<T>> next() throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent()
                && line.get().text().isBlank()
                && line.get().problem().isEmpty()) {
            line = lines.next();
        }
        return line.map(this::entry);
    }

    private Entry<T> entry(Line line) {
        return new Entry<>(
                Place.line(file, line.number(), line.text()),
                () -> type.ofJson(line.readable().getBytes(UTF_8)));
    }
}
