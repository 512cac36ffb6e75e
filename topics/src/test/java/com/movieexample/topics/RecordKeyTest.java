package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {
    @ParameterizedTest
    @CsvSource({
        "movie, 603, movie/603",
        "movie, AC/DC, movie/AC%2FDC",
        "movie, 100%, movie/100%25",
        "movie, %2F, movie/%252F",
        "a/b, c%d, a%2Fb/c%25d",
        "movie, 'Amélie, le film', 'movie/Amélie, le film'"
    })
    void isWrittenAndReadBack(String type, String id, String text) {
        RecordKey key = new RecordKey(type, id);

        assertThat(key).hasToString(text);
        assertThat(RecordKey.parse(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"movie", "movie/a/b", "movie/%41", "movie/%2f", "/603", "movie/", "movie/a%"})
    void refusesTextThatNoKeyIsWrittenAs(String text) {
        assertThatThrownBy(() -> RecordKey.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "tab\there", "\u0085", "half \ud800 character"})
    void refusesIdsAgainstTheRules(String id) {
        assertThatThrownBy(() -> RecordKey.movie(id))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("recordId is ");
    }

    @Test
    void countsTheBytesOfAnId() {
        assertThat(RecordKey.movie("é".repeat(128)).id()).hasSize(128);
        assertThat(RecordKey.movie("😀".repeat(64)).id()).hasSize(128);
        assertThatThrownBy(() -> RecordKey.movie("é".repeat(129))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RecordKey.movie("x".repeat(257))).isInstanceOf(InvalidInputException.class);
    }
}
