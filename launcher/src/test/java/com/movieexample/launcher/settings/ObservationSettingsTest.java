package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.tracing.TraceTarget;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationSettingsTest {
    @Test
    void nothingIsTracedWithoutACollector() {
        assertThat(traces("--trace-sample=1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4318,           http://127.0.0.1:4318/v1/traces",
        "http://127.0.0.1:4318/,          http://127.0.0.1:4318/v1/traces",
        "https://traces.example/otlp/in,  https://traces.example/otlp/in"
    })
    void aCollectorsPathIsTheUsualOneUnlessItHasAnother(String given, String endpoint) {
        assertThat(traces("--trace-endpoint=" + given)).hasValue(new TraceTarget(URI.create(endpoint), 0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.25", ".5", "1.0"})
    void theShareOfRequestsIsANumberFromZeroToOne(String ratio) {
        assertThat(traces("--trace-endpoint=http://a:4318", "--trace-sample=" + ratio))
                .map(TraceTarget::ratio)
                .hasValue(Double.parseDouble(ratio));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--trace-sample=1.5", "--trace-sample=-0.1", "--trace-sample=5%", "--trace-endpoint=a:4318"})
    void whatIsNoneIsRefused(String option) {
        assertThatThrownBy(() -> traces(option))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected");
    }

    private static Optional<TraceTarget> traces(String... options) {
        return ObservationSettings.traces(ParsedSettings.allInOne(options));
    }
}
