package com.movieexample.launcher.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The list of lines that were not taken: {@code place: reason | text}. Each is written as it comes, and the file is
 * made with the first one. Thread-safe.
 */
final class RejectedLines implements AutoCloseable {
    private final Path file;
    private BufferedWriter writer;
    private long count;

    RejectedLines(Path file) {
        this.file = file;
    }

    /** @throws UnusableFileException if the list can't be written */
    synchronized void add(Place place, String reason) {
        try {
            if (writer == null) {
                writer = Files.newBufferedWriter(file, UTF_8);
            }
            writer.write("%s: %s | %s%n"
                    .formatted(place.name(), Abbreviated.withoutControls(reason), Abbreviated.of(place.text())));
            writer.flush();
        } catch (IOException e) {
            throw new UnusableFileException(file, "can't be written", e);
        }
        count++;
    }

    synchronized long count() {
        return count;
    }

    @Override
    public synchronized void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UnusableFileException(file, "can't be written", e);
        }
    }
}
