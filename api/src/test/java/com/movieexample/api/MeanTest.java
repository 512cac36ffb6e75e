package com.movieexample.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTest {
    @ParameterizedTest
    @CsvSource({
        "1, 450, 4.5", "2, 900, 4.5", "1, 400, 4", "3, 1000, 3.3333", "3, 1100, 3.6667",
        // Exactly half of the last decimal, and just below it.
        "20000, 200001, 0.1", "20000, 200010, 0.1", "8, 10, 0.0125", "16, 10, 0.0063", "32, 10, 0.0031",
        "1, 0, 0", "1, 100000, 1000"
    })
    void roundsHalfUpToFourDecimalsWithoutTrailingZeros(long count, long sum, String mean) {
        assertThat(Mean.of(count, sum).orElseThrow().toPlainString()).isEqualTo(mean);
    }

    @Test
    void nobodyRatedMeansNoMean() {
        assertThat(Mean.of(0, 0)).isEmpty();
    }
}
