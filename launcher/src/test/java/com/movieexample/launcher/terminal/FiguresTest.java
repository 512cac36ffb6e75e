package com.movieexample.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @Test
    void oneThingHasNoPlural() {
        assertThat(Figures.count(1, "movie")).isEqualTo("1 movie");
        assertThat(Figures.count(0, "movie")).isEqualTo("0 movies");
        assertThat(Figures.count(16_249, "movie")).isEqualTo("16,249 movies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "999|999", "9742|9,742", "100836|100,836", "33832162|33,832,162"})
    void thousandsAreSeparated(long count, String shown) {
        assertThat(Figures.count(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "149, 0.1 s",
        "8400, 8.4 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "130000, 2 min 10 s",
        "3599600, 1 h 0 min",
        "3900000, 1 h 5 min"
    })
    void durationsAreInTheUnitsThatMatter(long milliseconds, String shown) {
        assertThat(Figures.duration(Duration.ofMillis(milliseconds))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "61000, 59.6 KiB",
        "1048524, 1023.9 KiB",
        "1048526, 1.0 MiB",
        "12212000, 11.6 MiB",
        "3221225472, 3.0 GiB",
        "9223372036854775807, 8.0 EiB"
    })
    void sizesAreInTheUnitThatMatters(long bytes, String shown) {
        assertThat(Figures.bytes(bytes)).isEqualTo(shown);
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.count(1_234)).isEqualTo("1,234");
            assertThat(Figures.bytes(1_536)).isEqualTo("1.5 KiB");
            assertThat(Figures.duration(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
