package com.movieexample.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
    @Test
    void ofSeveralInOnePartitionTheGreatestStands() {
        Positions positions = Positions.parse("ratings/3:1042, ratings/3:7,movie-metadata/0:17");

        assertThat(positions).hasToString("movie-metadata/0:17,ratings/3:1042");
        assertThat(positions.in("ratings")).isEqualTo(Map.of(3, 1042L));
    }

    @Test
    void anEmptyHeaderHoldsNone() {
        assertThat(Positions.parse(" ")).isEqualTo(Positions.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ratings", "ratings/3", "ratings/3:", "ratings/x:1", "ratings/3:-1", "a b/3:1", "ratings/3:1x"})
    void refusesWhatIsNoPosition(String header) {
        assertThatThrownBy(() -> Positions.parse(header))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ratings/3:1042");
    }
}
