package com.movieexample.launcher.importing;

import com.google.common.base.Splitter;
import com.movieexample.api.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of a MovieLens folder, and the columns that their headers name. */
enum MovieLensFile {
    LINKS("links.csv", "movieId,imdbId,tmdbId"),
    MOVIES("movies.csv", "movieId,title,genres"),
    RATINGS("ratings.csv", "userId,movieId,rating,timestamp");

    private static final Splitter COMMA = Splitter.on(',');

    private final String fileName;
    private final String header;
    private final int width;

    MovieLensFile(String fileName, String header) {
        this.fileName = fileName;
        this.header = header;
        this.width = Splitter.on(',').splitToList(header).size();
    }

    String fileName() {
        return fileName;
    }

    String header() {
        return header;
    }

    /**
     * The values of one line. Each line is parsed alone, so that a quote that is never closed spoils no other.
     *
     * @throws InvalidInputException unless the line has as many as the header
     */
    List<String> columns(String line) {
        // Nearly every line is without quotes, and a parser costs ten times what such a line does.
        boolean plain = line.indexOf('"') < 0 && line.indexOf('\r') < 0;
        List<String> columns = plain ? COMMA.splitToList(line) : parse(line);
        if (columns.size() != width) {
            throw new InvalidInputException(
                    "number of columns", Integer.toString(columns.size()), width + ": " + header);
        }
        return columns;
    }

    private static List<String> parse(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            // A CR in the middle of a line ends a record too.
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException("line", line, "quotes only in pairs around whole values", e);
        }
    }
}
