package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:00:00Z",
                "2026-01-31T23:59:59.007Z",
                "2024-02-29T00:00:00.000Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "2026-01-31T12:00:00.1Z",
                "2026-01-31T12:00:00.123456789Z",
                "2026-01-31T12:00:00.123+05:30",
                "2026-01-31t12:00:00z",
                "+12026-01-31T12:00:00Z"
            })
    void readsWhatJavaReads(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00.000Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T12:60:00.000Z",
                "2026-01-31T12:00:60Z",
                "2026-01-31 12:00:00Z",
                "2026-01-31T12:00:00",
                "2026-01-31T12:00:0xZ",
                "-026-01-31T12:00:00Z",
                "２０２６-01-31T12:00:00Z"
            })
    void refusesWhatJavaRefuses(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
