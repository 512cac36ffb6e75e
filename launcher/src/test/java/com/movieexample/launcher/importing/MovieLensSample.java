package com.movieexample.launcher.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small folder of the MovieLens kind, made up for the test, which may overwrite each file. */
final class MovieLensSample {
    private final Path path;

    private MovieLensSample(Path path) {
        this.path = path;
    }

    /** Two movies, and two ratings of the first. */
    static MovieLensSample in(Path path) {
        return new MovieLensSample(path)
                .movies("1,Low Tide (1998),Drama|Mystery", "2,\"Lamp, The (2004)\",(no genres listed)")
                .ratings("7,1,4.5,1000000000", "8,1,3.0,1000000001")
                .links("1,0100001,501", "2,0100002,");
    }

    MovieLensSample movies(String... lines) {
        return write("movies.csv", "movieId,title,genres", lines);
    }

    MovieLensSample ratings(String... lines) {
        return write("ratings.csv", "userId,movieId,rating,timestamp", lines);
    }

    MovieLensSample links(String... lines) {
        return write("links.csv", "movieId,imdbId,tmdbId", lines);
    }

    MovieLensFolder folder() {
        return new MovieLensFolder(path);
    }

    private MovieLensSample write(String file, String header, String... lines) {
        try {
            Files.writeString(path.resolve(file), header + "\r\n" + String.join("\r\n", lines) + "\r\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
