package com.movieexample.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleFilmsTest {
    private static final Set<String> GENRES = Set.of(
            "Action",
            "Adventure",
            "Animation",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Family",
            "Fantasy",
            "History",
            "Horror",
            "Music",
            "Mystery",
            "Romance",
            "Science Fiction",
            "Thriller",
            "War",
            "Western");

    private final List<SampleFilm> films = SampleFilms.load();

    @Test
    void theMatrixComesFirstOfThreeHundred() {
        assertThat(films).hasSize(300);
        assertThat(films.get(0).id()).isEqualTo("the-matrix");
    }

    @Test
    void idsAreSlugsAndDoNotClash() {
        assertThat(films).extracting(SampleFilm::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void noFilmIsThereTwice() {
        assertThat(films).extracting(film -> film.title() + film.year()).doesNotHaveDuplicates();
    }

    @Test
    void everyFilmIsComplete() {
        assertThat(films).allSatisfy(film -> {
            assertThat(film.title()).isNotBlank();
            assertThat(film.year()).isBetween(1920, 2024);
            assertThat(film.director()).isNotBlank();
            assertThat(film.genres()).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(GENRES);
            assertThat(film.description()).hasSizeBetween(60, 160).endsWith(".");
        });
    }

    @Test
    void lettersOutsideAsciiSurvive() {
        assertThat(films).extracting(SampleFilm::title).contains("Amélie", "Léon", "WALL·E", "8½", "Sátántangó");
    }

    @Test
    void filmsAndAppealHaveTheSameIds() {
        assertThat(FilmAppeals.load())
                .extracting(FilmAppeal::filmId)
                .containsExactlyElementsOf(films.stream().map(SampleFilm::id).toList());
    }

    @Test
    void appealAndPopularityStayInTheirRanges() {
        assertThat(FilmAppeals.load()).allSatisfy(film -> {
            assertThat(film.appeal()).isBetween(3.0, 4.7);
            assertThat(film.popularity()).isBetween(1, 100);
        });
    }
}
