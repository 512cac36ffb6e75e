package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Figures;
import com.movieexample.runtime.lines.Line;
import com.movieexample.runtime.lines.LineReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A folder as MovieLens publishes its data sets. */
record MovieLensFolder(Path path) implements DataSet {
    /** @throws UnusableFileException unless every file is there and starts with its header */
    @Override
    public void check() {
        if (!Files.isDirectory(path)) {
            throw new UnusableFileException(path, "is not a folder");
        }
        for (MovieLensFile file : MovieLensFile.values()) {
            if (!Files.isRegularFile(pathOf(file))) {
                throw new UnusableFileException(
                        path,
                        "has no " + file.fileName() + "; a MovieLens folder has movies.csv, ratings.csv and links.csv");
            }
            try (SourceFile source = SourceFile.open(pathOf(file))) {
                behindHeader(file, source);
            } catch (IOException e) {
                throw new UnusableFileException(pathOf(file), "can't be read", e);
            }
        }
    }

    /** First the movies, from two files, and then the ratings: none may be visible long before its movie is. */
    @Override
    public void readInto(Intake intake) throws IOException {
        MovieLensLinks links = new MovieLensLinks();
        MovieLensMovies movies = new MovieLensMovies(links);
        long before = read(MovieLensFile.LINKS, 0, intake, links::add, (place, added) -> {});
        before = read(
                MovieLensFile.MOVIES,
                before,
                intake,
                movies::read,
                (place, movie) -> intake.put(place, movie, () -> {}));
        intake.await();
        read(
                MovieLensFile.RATINGS,
                before,
                intake,
                MovieLensRatings::read,
                (place, rating) -> intake.put(place, rating, () -> {}));
    }

    /** The bytes of this file and of those before it. */
    private <T> long read(
            MovieLensFile file, long before, Intake intake, Function<List<String>, T> reader, DataFile.Step<T> step)
            throws IOException {
        try (SourceFile source = SourceFile.open(pathOf(file))) {
            LineReader lines = behindHeader(file, source);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                take(file, line.get(), intake, reader, step);
                intake.progressed(before + source.bytesRead());
            }
            return before + source.bytesRead();
        }
    }

    private static <T> void take(
            MovieLensFile file, Line line, Intake intake, Function<List<String>, T> reader, DataFile.Step<T> step) {
        if (line.problem().isPresent() || !line.text().isEmpty()) {
            Place place = Place.line(file.fileName(), line.number(), line.text());
            intake.read(place, () -> reader.apply(file.columns(line.readable())))
                    .ifPresent(value -> step.take(place, value));
        }
    }

    LineReader behindHeader(MovieLensFile file, SourceFile source) throws IOException {
        LineReader lines = new LineReader(source.content());
        String header = lines.next().map(Line::text).orElse("");
        if (!header.equals(file.header())) {
            throw new UnusableFileException(
                    pathOf(file),
                    "is not MovieLens's: its first line is \"" + Abbreviated.of(header) + "\", expected "
                            + file.header());
        }
        return lines;
    }

    Path pathOf(MovieLensFile file) {
        return path.resolve(file.fileName());
    }

    /** The bytes of all files together. */
    @Override
    public long size() throws IOException {
        long size = 0;
        for (MovieLensFile file : MovieLensFile.values()) {
            size += Files.size(pathOf(file));
        }
        return size;
    }

    @Override
    public String counts(ImportSummary summary) {
        return Figures.count(summary.movies(), "movie") + " and " + Figures.count(summary.ratings(), "rating");
    }

    @Override
    public String howToGoOn() {
        return "Import the folder again to go on: what is there already stays as it is.";
    }
}
