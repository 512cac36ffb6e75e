package com.movieexample.query;

import com.movieexample.api.v1.MovieDetails;
import com.movieexample.runtime.http.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** Movies as they go to callers, kept from one request to the next. Thread-safe. */
final class MovieAnswers {
    private static final Json JSON = new Json();

    private final MovieRepository movies;
    private final KeptAnswers kept;

    MovieAnswers(MovieRepository movies, KeptAnswers kept) {
        this.movies = movies;
        this.kept = kept;
    }

    /** As it is, made anew each time; empty for a movie without metadata. */
    Optional<Movie> movie(String id) {
        return movies.find(id);
    }

    /** As JSON in UTF-8, which must not be changed; empty for a movie without metadata. */
    Optional<byte[]> json(String id) {
        return kept.json()
                .get(id, wanted -> movies.find(wanted).map(Movie::toJson).map(JSON::write));
    }

    /** Empty for a movie without metadata. */
    Optional<MovieDetails> message(String id) {
        return kept.messages().get(id, wanted -> movies.find(wanted).map(Movie::toMessage));
    }

    /** A batch, put together of what each movie is alone. */
    static byte[] json(MovieController.Found<byte[]> found) {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        batch.writeBytes(utf8("{\"found\":["));
        for (Iterator<byte[]> movie = found.movies().iterator(); movie.hasNext(); ) {
            batch.writeBytes(movie.next());
            batch.writeBytes(utf8(movie.hasNext() ? "," : ""));
        }
        batch.writeBytes(utf8("],\"missing\":"));
        batch.writeBytes(JSON.write(found.missing()));
        batch.writeBytes(utf8("}"));
        return batch.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
