package com.movieexample.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "1234567.4 : 1,234,567",
                "999.96    : 1000.0",
                "123.44    : 123.4",
                "12.345    : 12.35",
                "3         : 3",
                "0.01234   : 0.0123",
                "0         : 0",
                "-1500.2   : -1,500",
                "NaN       : -",
                "Infinity  : -"
            })
    void figuresHaveAsManyDigitsAsSaySomething(double figure, String text) {
        assertThat(Numbers.figure(figure)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"1.524 : 1.52", "0.7 : 0.70", "15.24 : 15.2", "1520 : 1,520", "NaN : -"})
    void ratiosHaveTwoDecimalsWhileThoseMatter(double ratio, String text) {
        assertThat(Numbers.ratio(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"0 : 0 B", "1023 : 1,023 B", "1536 : 1.50 KiB", "25276502016 : 23.54 GiB"})
    void bytesHaveTheUnitThatFits(long bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }
}
