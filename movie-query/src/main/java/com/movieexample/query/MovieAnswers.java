package com.movieexample.query;

import com.movieexample.api.v1.MovieDetails;
import com.movieexample.query.catalog.MovieTable;
import com.movieexample.runtime.http.Json;
import com.movieexample.runtime.http.TaggedJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Movies of one generation as they go to callers, kept from one request to the next. Thread-safe. */
final class MovieAnswers {
    private static final Json JSON = new Json();

    private final MovieRepository movies;
    private final KeptAnswers kept;
    private final MovieTable table;
    private final String generation;

    MovieAnswers(MovieRepository movies, KeptAnswers kept, MovieTable table, int generation) {
        this.movies = movies;
        this.kept = kept;
        this.table = table;
        this.generation = Integer.toString(generation);
    }

    /** As it is, made anew each time; empty for a movie without metadata. */
    Optional<Movie> movie(String id) {
        return movies.find(id);
    }

    /** Empty for a movie without metadata. */
    Optional<TaggedJson> json(String id) {
        return kept.json()
                .get(
                        id,
                        wanted -> movies.find(wanted)
                                .map(Movie::toJson)
                                .map(JSON::write)
                                .map(utf8 -> TaggedJson.of(utf8, generation)));
    }

    /** With more than everybody wants, made anew each time; empty for a movie without metadata. */
    Optional<DetailedMovie> detailed(String id, Set<Part> parts) {
        // The validator first: if the movie changes meanwhile the answer is newer than it, and is only asked for anew.
        return json(id).flatMap(encoded ->
                movies.find(id).map(movie -> new DetailedMovie(movie, parts, table.prior(), encoded.etag())));
    }

    /** Empty for a movie without metadata. */
    Optional<MovieDetails> message(String id) {
        return kept.messages().get(id, wanted -> movies.find(wanted).map(Movie::toMessage));
    }

    /** Of those that still have metadata. */
    List<TaggedJson> jsons(List<String> ids) {
        return ids.stream().flatMap(id -> json(id).stream()).toList();
    }
}
