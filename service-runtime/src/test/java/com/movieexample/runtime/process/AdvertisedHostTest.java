package com.movieexample.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedHostTest {
    @ParameterizedTest
    @CsvSource({"rating.example, 0.0.0.0, rating.example", ", 127.0.0.1, 127.0.0.1", ", localhost, localhost"})
    void prefersWhatWasSetToWhatItListensOn(String set, String listening, String expected) {
        assertThat(AdvertisedHost.of(Optional.ofNullable(set), listening)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void neverAdvertisesAllAddresses(String listening) {
        assertThat(AdvertisedHost.of(Optional.empty(), listening)).isNotEmpty().isNotEqualTo(listening);
    }
}
