package com.movieexample.launcher.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder as MovieLens publishes its data sets. */
record MovieLensFolder(Path path) {
    /** @throws UnusableFileException unless every file is there and starts with its header */
    void check() {
        if (!Files.isDirectory(path)) {
            throw new UnusableFileException(path, "is not a folder");
        }
        for (MovieLensFile file : MovieLensFile.values()) {
            try {
                open(file).close();
            } catch (IOException e) {
                throw new UnusableFileException(pathOf(file), "can't be read", e);
            }
        }
    }

    /** Opens a file behind its header. */
    LineReader open(MovieLensFile file) throws IOException {
        Path csv = pathOf(file);
        if (!Files.isRegularFile(csv)) {
            throw new UnusableFileException(
                    path,
                    "has no " + file.fileName() + "; a MovieLens folder has movies.csv, ratings.csv and links.csv");
        }
        LineReader lines = LineReader.open(csv);
        String header = lines.next().map(Line::text).orElse("");
        if (!header.equals(file.header())) {
            lines.close();
            throw new UnusableFileException(
                    csv,
                    "is not MovieLens's: its first line is \"" + Abbreviated.of(header) + "\", expected "
                            + file.header());
        }
        return lines;
    }

    Path pathOf(MovieLensFile file) {
        return path.resolve(file.fileName());
    }

    /** The bytes of all files together. */
    long size() throws IOException {
        long size = 0;
        for (MovieLensFile file : MovieLensFile.values()) {
            size += Files.size(pathOf(file));
        }
        return size;
    }
}
