package com.movieexample.launcher.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The films of the sample, as they are bundled with this class. */
public final class SampleFilms {
    private static final ObjectReader FILM = new ObjectMapper().readerFor(SampleFilm.class);

    private SampleFilms() {}

    /**
     * All films in the order of the file; the list is immutable.
     *
     * @throws UncheckedIOException if a line is not a film
     */
    public static List<SampleFilm> load() {
        try (InputStream lines = SampleFilms.class.getResourceAsStream("films.ndjson");
                MappingIterator<SampleFilm> films = FILM.readValues(lines)) {
            return List.copyOf(films.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException("films.ndjson can't be read: " + e.getMessage(), e);
        }
    }
}
