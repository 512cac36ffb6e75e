package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code links.csv}: the ids that movies have elsewhere. Not thread-safe. */
final class MovieLensLinks {
    private final Map<String, Map<String, String>> externalIds = new HashMap<>();

    /**
     * Keeps the ids of a line, and hands them back.
     *
     * @throws InvalidInputException naming the first column that is wrong
     */
    Map<String, String> add(List<String> columns) {
        String movieId = MovieLensIds.require("movieId", columns.get(0));
        Map<String, String> ids = new LinkedHashMap<>();
        if (!columns.get(1).isEmpty()) {
            ids.put("imdb", "tt" + MovieLensIds.require("imdbId", columns.get(1)));
        }
        if (!columns.get(2).isEmpty()) {
            ids.put("tmdb", MovieLensIds.require("tmdbId", columns.get(2)));
        }
        if (externalIds.putIfAbsent(movieId, ids) != null) {
            throw new InvalidInputException("movieId", movieId, "one that no line before has");
        }
        return ids;
    }

    /** By the name of the place; empty for a movie without a line. */
    Map<String, String> of(String movieId) {
        return externalIds.getOrDefault(movieId, Map.of());
    }
}
