package com.movieexample.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedScoreTest {
    /** Worked out by hand: (sum + m * C) / (v + m). */
    @ParameterizedTest
    @CsvSource({
        // (8.5 + 25 * 3.5) / 27 = 96 / 27 = 3.55555…
        "2, 850, 25, 3.5, 3.5556",
        // 75/100 * 5 + 25/100 * 3 = 3.75 + 0.75
        "75, 37500, 25, 3, 4.5",
        // 100/125 * 4.25 + 25/125 * 3.0625 = 3.4 + 0.6125
        "100, 42500, 25, 3.0625, 4.0125",
        // As many as the prior weighs: half way between 5 and 2.
        "25, 12500, 25, 2, 3.5",
        // (10 + 1 * 3.3333) / 4 = 3.333325, though R is 3.33333…: it is rounded once.
        "3, 1000, 1, 3.3333, 3.3333",
        // (0.02 + 1 * 0.0001) / 2 = 0.01005, which is half of the last decimal.
        "1, 2, 1, 0.0001, 0.0101",
        // The same with just less: (0.02 + 2 * 0.0001) / 3 = 0.00673…
        "1, 2, 2, 0.0001, 0.0067"
    })
    void drawsTheMeanTowardsThePriorAndRoundsHalfUp(long count, long sum, long minimum, String prior, String score) {
        WeightedScore weighted = new WeightedScore(count, sum, minimum, new BigDecimal(prior));

        assertThat(weighted.value().orElseThrow().toPlainString()).isEqualTo(score);
    }

    @Test
    void withoutRatingsItIsThePrior() {
        assertThat(new WeightedScore(0, 0, 25, new BigDecimal("3.50")).value()).contains(new BigDecimal("3.5"));
    }

    @Test
    void withAMinimumOfNoneItIsTheMean() {
        assertThat(new WeightedScore(3, 1_000, 0, BigDecimal.ONE).value()).isEqualTo(Mean.of(3, 1_000));
        assertThat(new WeightedScore(0, 0, 0, BigDecimal.ONE).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "10000.5", "3.33333", "1e999999999", "0.00000000000000000001"})
    void refusesWhatIsNoPrior(String prior) {
        assertThatThrownBy(() -> WeightedScore.parsePrior(prior))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("prior is ")
                .hasMessageEndingWith("expected a number from 0 to 10000 with at most four decimals, for example 3.5");
    }

    @Test
    void aZeroIsAZeroHoweverItIsWritten() {
        assertThat(WeightedScore.parsePrior("0e-2147483647")).isEqualTo(BigDecimal.ZERO);
        assertThat(new WeightedScore(1, 400, 1, new BigDecimal("0e-2147483647")).value())
                .contains(BigDecimal.valueOf(2));
    }

    @Test
    void refusesAMinimumBelowNone() {
        assertThatThrownBy(() -> new WeightedScore(1, 100, -1, BigDecimal.ONE))
                .hasMessage("minimum is \"-1\", expected a whole number from 0 to 1000000000");
    }
}
