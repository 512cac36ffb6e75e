package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private final AnswerCache<String> cache = new AnswerCache<>(String::length);

    private String get(String id, String made) {
        return cache.get(id, wanted -> Optional.of(made)).orElseThrow();
    }

    @Test
    void keepsAnAnswer() {
        get("603", "old");

        assertThat(get("603", "new")).isEqualTo("old");
    }

    @Test
    void aChangeMakesTheNextReaderReadAnew() {
        get("603", "old");
        cache.changed("603");

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        cache.get("603", id -> {
            cache.changed(id);
            return Optional.of("read before the change");
        });

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void whatWasReadBeforeTwoChangesAndAnAnswerBetweenThemIsNotKept() {
        cache.changed("603");
        cache.get("603", id -> {
            cache.changed(id);
            get(id, "between");
            cache.changed(id);
            return Optional.of("read before both");
        });

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void whatWasReadBeforeAllIsClearedIsNotKept() {
        cache.get("603", id -> {
            cache.clear();
            return Optional.of("read before");
        });

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void keepsNothingOfAMovieThatIsMissing() {
        assertThat(cache.get("603", id -> Optional.empty())).isEmpty();

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void keepsNoAnswerThatIsTooLong() {
        get("603", "x".repeat(AnswerCache.LONGEST_BYTES + 1));

        assertThat(get("603", "new")).isEqualTo("new");
    }

    @Test
    void holdsNoMoreAnswersThanItHasPlaces() {
        int movies = 3 * AnswerCache.MOST_ANSWERS;
        IntStream.range(0, movies).forEach(movie -> get("movie-" + movie, "kept"));

        AtomicInteger kept = new AtomicInteger(movies);
        IntStream.range(0, movies)
                .forEach(movie -> cache.get("movie-" + movie, id -> {
                    kept.decrementAndGet();
                    return Optional.empty();
                }));

        assertThat(kept.get()).isBetween(1, AnswerCache.MOST_ANSWERS);
    }

    /** All of one hash, and so of one place. */
    private static final List<String> NEIGHBOURS = List.of("AaAa", "AaBB", "BBAa", "BBBB");

    @Test
    void keepsSeveralMoviesThatShareAPlaceApart() {
        NEIGHBOURS.forEach(id -> get(id, "of " + id));

        assertThat(NEIGHBOURS).allSatisfy(id -> assertThat(get(id, "new")).isEqualTo("of " + id));
    }

    @Test
    void aChangeLeavesTheAnswersOfOtherMovies() {
        NEIGHBOURS.forEach(id -> get(id, "of " + id));

        cache.changed("AaBB");

        assertThat(get("AaAa", "new")).isEqualTo("of AaAa");
        assertThat(get("AaBB", "new")).isEqualTo("new");
    }
}
