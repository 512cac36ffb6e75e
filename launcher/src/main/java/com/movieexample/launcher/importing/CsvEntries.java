package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.lines.Line;
import com.movieexample.runtime.lines.LineReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file whose first line names its columns, in any order; columns of other names are passed over. */
final class CsvEntries<T> implements Entries<T> {
    private final SourceFile file;
    private final EntryType<T> type;
    private final CsvRecords records;
    private final String header;
    private final List<String> columns;

    CsvEntries(SourceFile file, EntryType<T> type) throws IOException {
        this.file = file;
        this.type = type;
        LineReader lines = new LineReader(file.content());
        this.header = lines.next().map(Line::text).orElse("");
        this.columns = columns();
        this.records = new CsvRecords(lines);
    }

    private List<String> columns() {
        try {
            List<String> names = CsvText.parse(header);
            boolean complete = names.containsAll(type.requiredColumns());
            if (complete && names.stream().distinct().count() == names.size()) {
                return names;
            }
        } catch (InvalidInputException e) {
            throw wrongHeader(e);
        }
        throw wrongHeader(null);
    }

    private UnusableFileException wrongHeader(InvalidInputException cause) {
        UnusableFileException wrong = new UnusableFileException(
                file.path(),
                "begins with the line \"%s\", expected the names of its columns, each once, at least %s"
                        .formatted(Abbreviated.of(header), String.join(" and ", type.requiredColumns())));
        wrong.initCause(cause);
        return wrong;
    }

    @Override
    public Optional<Entry<T>> next() throws IOException {
        return records.next(this::isRecord).map(this::entry);
    }

    @Override
    public List<String> unknownColumns() {
        return columns.stream().filter(name -> !type.columns().contains(name)).toList();
    }

    private boolean isRecord(String text) {
        try {
            return !values(text).isEmpty();
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private Entry<T> entry(Line record) {
        return new Entry<>(
                Place.line(file.name(), record.number(), record.text()),
                () -> type.ofColumns(named(values(record.readable()))));
    }

    private List<String> values(String text) {
        return CsvText.values(text, header, columns.size());
    }

    private Map<String, String> named(List<String> values) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                named.put(columns.get(i), values.get(i));
            }
        }
        return named;
    }
}
