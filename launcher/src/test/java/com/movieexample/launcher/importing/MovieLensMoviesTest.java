package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovieLensMoviesTest {
    private final MovieLensLinks links = new MovieLensLinks();
    private final MovieLensMovies movies = new MovieLensMovies(links);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Low Tide (1998)|Low Tide|1998",
                "Low Tide (1998) |Low Tide|1998",
                " Low Tide  (1998)|Low Tide|1998",
                "Lamp, The (La lámpara) (2004)|Lamp, The (La lámpara)|2004",
                "1984 (1984)|1984|1984",
                "Year (1999) (2000)|Year (1999)|2000"
            })
    void theYearIsTakenOutOfTheTitle(String title, String expectedTitle, int expectedYear) {
        Metadata metadata = movies.read(List.of("5", title, "Drama"));

        assertThat(metadata.getTitle()).isEqualTo(expectedTitle);
        assertThat(metadata.getYear()).isEqualTo(expectedYear);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Low Tide",
                "Low Tide (2006–2007)",
                "Low Tide (2006-2007)",
                "Low Tide (98)",
                "Low Tide (19980)",
                "Low Tide (1998) Again",
                "Low Tide (3001)",
                "Low Tide 1998",
                "(1998)"
            })
    void whatIsNoPlainYearAtTheEndStaysInTheTitle(String title) {
        Metadata metadata = movies.read(List.of("5", title, "Drama"));

        assertThat(metadata.getTitle()).isEqualTo(title);
        assertThat(metadata.hasYear()).isFalse();
    }

    @Test
    void genresAreSplitAtBars() {
        assertThat(movies.read(List.of("5", "Low Tide", "Drama|Sci-Fi|Film-Noir"))
                        .getGenresList())
                .containsExactly("Drama", "Sci-Fi", "Film-Noir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(no genres listed)", ""})
    void thereMayBeNoGenres(String genres) {
        assertThat(movies.read(List.of("5", "Low Tide", genres)).getGenresList())
                .isEmpty();
    }

    @Test
    void theLinksBecomeExternalIdsWithTheirZeros() {
        links.add(List.of("5", "0000417", "775"));

        assertThat(movies.read(List.of("5", "Low Tide", "Drama")).getExternalIdsMap())
                .isEqualTo(Map.of("imdb", "tt0000417", "tmdb", "775"));
    }

    @Test
    void aMovieMayLackSomeLinksOrAll() {
        links.add(List.of("5", "0000417", ""));

        assertThat(movies.read(List.of("5", "Low Tide", "Drama")).getExternalIdsMap())
                .isEqualTo(Map.of("imdb", "tt0000417"));
        assertThat(movies.read(List.of("6", "High Tide", "Drama")).getExternalIdsMap())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x,0000417,775,movieId", "5,tt0417,775,imdbId", "5,0000417,7.5,tmdbId"})
    void linksAreWholeNumbers(String movieId, String imdbId, String tmdbId, String field) {
        assertThatThrownBy(() -> links.add(List.of(movieId, imdbId, tmdbId)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(field + " is \"")
                .hasMessageEndingWith("expected a whole number");
    }

    @Test
    void theSecondLineOfOneMovieIsRefused() {
        movies.read(List.of("5", "Low Tide", "Drama"));
        links.add(List.of("5", "0000417", "775"));

        assertThatThrownBy(() -> movies.read(List.of("5", "High Tide", "Drama")))
                .hasMessage("movieId is \"5\", expected one that no line before has");
        assertThatThrownBy(() -> links.add(List.of("5", "0000418", "776")))
                .hasMessage("movieId is \"5\", expected one that no line before has");
    }

    @Test
    void anIdThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> movies.read(List.of("", "Low Tide", "Drama")))
                .hasMessage("movieId is empty, expected a whole number");
    }
}
