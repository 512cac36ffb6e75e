package com.movieexample.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
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

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.count(1_234)).isEqualTo("1,234");
            assertThat(Figures.duration(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
