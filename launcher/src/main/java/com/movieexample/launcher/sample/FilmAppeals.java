package com.movieexample.launcher.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The bundled {@code appeal.csv}: one line for each film of {@link SampleFilms}. */
final class FilmAppeals {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private FilmAppeals() {}

    /** In the order of the file. */
    static List<FilmAppeal> load() {
        try (CSVParser lines = CSVParser.parse(FilmAppeals.class.getResource("appeal.csv"), UTF_8, WITH_HEADER)) {
            return lines.stream().map(FilmAppeals::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("appeal.csv can't be read: " + e.getMessage(), e);
        }
    }

    private static FilmAppeal read(CSVRecord line) {
        return new FilmAppeal(
                line.get("id"), Double.parseDouble(line.get("appeal")), Integer.parseInt(line.get("popularity")));
    }
}
