package com.movieexample.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
    @Test
    void readsAnyOffset() {
        assertThat(EventTime.parse("ratedAt", "2026-01-31T13:00:00.5+01:00"))
                .isEqualTo(Instant.parse("2026-01-31T12:00:00.500Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "2026-01-31T12:00:00", "yesterday", "1769860800000"})
    void refusesWhatIsNoRfc3339Time(String text) {
        assertThatThrownBy(() -> EventTime.parse("ratedAt", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ratedAt is ")
                .hasMessageEndingWith("expected an RFC 3339 time, for example 2026-01-31T12:00:00Z");
    }

    @Test
    void keepsMillisecondsAndRefusesWhatHasTooMany() {
        assertThat(EventTime.millis("ratedAt", Instant.parse("2026-01-31T12:00:00.1234Z")))
                .isEqualTo(1_769_860_800_123L);
        assertThatThrownBy(() -> EventTime.millis("ratedAt", Instant.MAX))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("expected a time in the years 1970 to 9999");
    }
}
