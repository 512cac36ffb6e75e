package com.movieexample.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final Film FILM = new Film("Heat", new BigDecimal("4.50"), THEN, new Maker("Mann", 1943));

    record Maker(String name, Integer born) {}

    record Film(String title, BigDecimal value, Instant ratedAt, Maker maker) {}

    private static MergePatch<Film> patch(String json) {
        return MergePatch.read(json.getBytes(UTF_8), Film.class);
    }

    private static Film patched(String json) {
        return patch(json).applyTo(Optional.of(FILM));
    }

    @Test
    void whatItDoesNotNameStaysExactlyAsItIs() {
        assertThat(patched("{}")).isEqualTo(FILM);
        assertThat(patched("{\"title\":\"Collateral\"}"))
                .isEqualTo(new Film("Collateral", new BigDecimal("4.50"), THEN, FILM.maker()));
    }

    @Test
    void nullTakesAwayAndObjectsAreMergedInside() {
        assertThat(patched("{\"ratedAt\":null,\"maker\":{\"born\":null}}"))
                .isEqualTo(new Film("Heat", new BigDecimal("4.50"), null, new Maker("Mann", null)));
    }

    @Test
    void withoutAValueItIsAllThereIs() {
        assertThat(patch("{\"title\":\"Ali\",\"value\":3,\"maker\":{\"name\":\"Mann\",\"born\":null}}")
                        .applyTo(Optional.empty()))
                .isEqualTo(new Film("Ali", new BigDecimal("3"), null, new Maker("Mann", null)));
    }

    @Test
    void aTimeBeyondTheYear9999CanBeReplaced() {
        Film dated = new Film("Heat", null, Instant.ofEpochMilli(1_700_000_000_000_000_000L), null);

        assertThat(patch("{\"title\":\"Ali\"}").applyTo(Optional.of(dated)).ratedAt())
                .isEqualTo(dated.ratedAt());
        assertThat(patch("{\"ratedAt\":\"2026-01-31T12:00:00.123Z\"}")
                        .applyTo(Optional.of(dated))
                        .ratedAt())
                .isEqualTo(THEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                     | body is \"an array\", expected an object",
                "null                   | expected one value and nothing after it",
                "{\"titel\":null}       | titel is \"titel\", expected a known field: maker, ratedAt, title, value",
                "{\"value\":\"4\"}      | value is \"4\", expected a number",
                "{\"title\":1}          | title is \"1\", expected text",
                "{\"value\":1,\"value\":2} | expected JSON with each field once",
                "{                      | expected well-formed JSON",
            })
    void whatCanBeNoPatchOfTheTypeIsRefusedByName(String json, String message) {
        assertThatThrownBy(() -> patch(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
