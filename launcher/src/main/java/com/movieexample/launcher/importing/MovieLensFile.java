package com.movieexample.launcher.importing;

import com.google.common.base.Splitter;
import com.movieexample.api.InvalidInputException;
import java.util.List;

/** The files of a MovieLens folder, and the columns that their headers name. */
enum MovieLensFile {
    LINKS("links.csv", "movieId,imdbId,tmdbId"),
    MOVIES("movies.csv", "movieId,title,genres"),
    RATINGS("ratings.csv", "userId,movieId,rating,timestamp");

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
        return CsvText.values(line, header, width);
    }
}
