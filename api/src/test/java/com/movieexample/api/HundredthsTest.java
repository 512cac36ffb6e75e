package com.movieexample.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HundredthsTest {
    @ParameterizedTest
    @CsvSource({"4.5, 450", "4.50, 450", "5, 500", "0.01, 1", "1e1, 1000", "0, 0", "10000, 1000000", "4.10, 410"})
    void readsWholeHundredths(String text, int hundredths) {
        assertThat(Hundredths.parse("value", text)).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "4,5",
                "4.505",
                "-1",
                "NaN",
                "Infinity",
                "10000.01",
                "1e999999999",
                "1e-999999999",
                "0x1"
            })
    void refusesEverythingElseByName(String text) {
        assertThatThrownBy(() -> Hundredths.parse("value", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("value is ");
    }

    @Test
    void aDoubleIsReadAsItIsWritten() {
        assertThat(Hundredths.of("value", 4.1)).isEqualTo(410);
        assertThatThrownBy(() -> Hundredths.of("value", Double.NaN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Hundredths.of("value", 4.105)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"450, 4.5", "400, 4", "100000, 1000", "1, 0.01", "0, 0"})
    void showsThemAsPeopleWriteThem(long hundredths, String text) {
        assertThat(Hundredths.toDecimal(hundredths).toPlainString()).isEqualTo(text);
    }
}
