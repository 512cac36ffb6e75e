package com.movieexample.launcher.sample;

import java.util.List;

/**
 * One film of the sample: a line of {@code films.ndjson}. Immutable.
 *
 * @param id a lower-case ASCII slug of the title, unique in the sample
 * @param year the year of its first release
 * @param director one name, or several separated by a comma and a space
 */
public record SampleFilm(String id, String title, int year, String director, List<String> genres, String description) {
    public SampleFilm {
        genres = List.copyOf(genres);
    }
}
