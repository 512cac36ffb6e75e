package com.movieexample.launcher.importing;

import com.movieexample.runtime.lines.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a file holds its entries; its name says it. */
enum FileFormat {
    CSV(".csv"),
    NDJSON(".ndjson"),
    JSON(".json");

    private final String ending;

    FileFormat(String ending) {
        this.ending = ending;
    }

    /** @throws UnusableFileException for a name with another ending */
    static FileFormat of(Path path) {
        String name = path.toString();
        String unpacked =
                name.endsWith(SourceFile.PACKED) ? name.substring(0, name.length() - SourceFile.PACKED.length()) : name;
        return Arrays.stream(values())
                .filter(format -> unpacked.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new UnusableFileException(
                        path, "has a name of no known format, expected " + endings() + ", each with or without .gz"));
    }

    private static String endings() {
        return Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "));
    }

    /** @throws UnusableFileException if the file does not begin as its format does */
    <T> Entries<T> read(SourceFile file, EntryType<T> type) throws IOException {
        return switch (this) {
            case CSV -> new CsvEntries<>(file, type);
            case NDJSON -> new NdjsonEntries<>(file.name(), new LineReader(file.content()), type);
            case JSON -> new JsonArrayEntries<>(file, type);
        };
    }
}
