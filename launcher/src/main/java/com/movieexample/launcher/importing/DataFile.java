package com.movieexample.launcher.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of entries of one type. Its entries are read once; not thread-safe. */
final class DataFile<T> {
    private final Path path;
    private final EntryType<T> type;
    private List<String> unknownColumns = List.of();

    DataFile(Path path, EntryType<T> type) {
        this.path = path;
        this.type = type;
    }

    /** Takes an entry that could be read. */
    interface Step<T> {
        void take(Place place, T value);
    }

    Path path() {
        return path;
    }

    /** @throws UnusableFileException unless it is there, in a known format, and begins as its format does */
    void check() {
        FileFormat format = FileFormat.of(path);
        if (!Files.isRegularFile(path)) {
            throw new UnusableFileException(path, "is not a file");
        }
        try (SourceFile file = SourceFile.open(path)) {
            unknownColumns = format.read(file, type).unknownColumns();
        } catch (IOException e) {
            throw new UnusableFileException(path, "can't be read", e);
        }
    }

    /** Hands over what can be read; the rest is rejected. */
    void read(Intake intake, Step<T> step) throws IOException {
        try (SourceFile file = SourceFile.open(path)) {
            Entries<T> entries = FileFormat.of(path).read(file, type);
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                Place place = entry.get().place();
                intake.read(place, entry.get().value()).ifPresent(value -> step.take(place, value));
                intake.progressed(file.bytesRead());
            }
        }
    }

    /** A line for the user if columns were passed over. */
    List<String> remarks() {
        return unknownColumns.isEmpty()
                ? List.of()
                : List.of("Passed over, as columns that mean nothing here: " + String.join(", ", unknownColumns) + ".");
    }
}
