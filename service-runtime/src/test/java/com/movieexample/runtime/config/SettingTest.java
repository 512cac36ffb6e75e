package com.movieexample.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private static final Setting<Duration> WAIT = Setting.duration("read.wait", Duration.ofSeconds(10), "");
    private static final Setting<Bound> LAG = Setting.bound("lag", "");
    private static final Setting<Long> CACHE = Setting.bytes("cache.size", 64 << 20, "");

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "10s, PT10S", "5m, PT5M", "2h, PT2H", "7d, P7D", "0s, PT0S"})
    void readsDurations(String text, Duration duration) {
        assertThat(WAIT.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "-1s", "1.5s", "10 s", "1w", "36501d", "999999999999999d", "٣s"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(WAIT.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "512KiB, 524288", "64MiB, 67108864", "1GiB, 1073741824", "2TiB, 2199023255552", "0, 0"})
    void readsBytes(String text, long bytes) {
        assertThat(CACHE.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5MiB", "1MB", "64 MiB", "9999999TiB", "12345678901234567890"})
    void refusesWhatIsNoNumberOfBytes(String text) {
        assertThat(CACHE.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', -, -, ''",
                "1000, 1000, -, 1000",
                "30s, -, PT30S, 30s",
                "'1000,30s', 1000, PT30S, '1000,30s'",
                "'30s,1000', 1000, PT30S, '1000,30s'"
            })
    void readsBounds(String text, Long number, Duration time, String shown) {
        Bound bound = LAG.parse(text).orElseThrow();

        assertThat(bound.number().isPresent() ? bound.number().getAsLong() : null)
                .isEqualTo(number);
        assertThat(bound.time()).isEqualTo(Optional.ofNullable(time));
        assertThat(BoundSyntax.syntax().format().apply(bound)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "1000,", "-1", "1,2", "1s,2s", "1,2s,3", "many", "1 000"})
    void refusesWhatIsNoBound(String text) {
        assertThat(LAG.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "11", "+5", "5.0", "99999999999"})
    void refusesIntegersOutsideTheRange(String text) {
        assertThat(Setting.integer("n", 1, 1, 10, "").parse(text)).isEmpty();
    }

    @Test
    void readsTheBoundsOfAnInteger() {
        Setting<Integer> setting = Setting.integer("n", 1, -1, 10, "");
        assertThat(setting.parse("-1")).contains(-1);
        assertThat(setting.parse("10")).contains(10);
    }

    @Test
    void readsFlagsPathsAndText() {
        assertThat(Setting.flag("f", false, "").parse("true")).contains(true);
        assertThat(Setting.flag("f", false, "").parse("yes")).isEmpty();
        assertThat(Setting.path("p", Path.of("data"), "").parse("a/b")).contains(Path.of("a", "b"));
        assertThat(Setting.path("p", Path.of("data"), "").parse("\0")).isEmpty();
        assertThat(Setting.text("t", "x", "").parse(" ")).isEmpty();
        assertThat(Setting.optionalText("t", "").parse("")).contains(Optional.empty());
    }

    @Test
    void showsDefaultsAsOneWouldWriteThem() {
        assertThat(WAIT.defaultText()).contains("10s");
        assertThat(CACHE.defaultText()).contains("64MiB");
        assertThat(Setting.duration("d", Duration.ofMillis(1500), "").defaultText())
                .contains("1500ms");
        assertThat(Setting.duration("d", Duration.ofMinutes(90), "").defaultText())
                .contains("90m");
        assertThat(Setting.duration("d", Duration.ofDays(1), "").defaultText()).contains("24h");
        assertThat(Setting.duration("d", Duration.ZERO, "").defaultText()).contains("0s");
        assertThat(Setting.bytes("b", 0, "").defaultText()).contains("0");
        assertThat(Setting.requiredText("t", "").defaultText()).isEmpty();
    }

    @Test
    void readsAChoiceByItsNameInLowerCase() {
        Setting<Thread.State> state = Setting.choice("state", Thread.State.WAITING, "");

        assertThat(state.parse("timed_waiting")).contains(Thread.State.TIMED_WAITING);
        assertThat(state.parse("TIMED_WAITING")).isEmpty();
        assertThat(state.parse("")).isEmpty();
        assertThat(state.defaultText()).contains("waiting");
        assertThat(state.expected()).startsWith("new or runnable or ");
        assertThat(state.label()).startsWith("new|runnable|");
    }

    @Test
    void derivesItsOtherNamesFromTheKey() {
        Setting<Integer> port = Setting.integer("http.port", 0, 0, 1, "");
        assertThat(port.environmentName()).isEqualTo("MARQUEE_HTTP_PORT");
        assertThat(port.cliName()).isEqualTo("--http-port");
        assertThat(port.cli("--port").cliName()).isEqualTo("--port");
    }

    @Test
    void refusesSettingsThatShareAName() {
        Setting<Integer> http = Setting.integer("http.port", 0, 0, 1, "").cli("--port");
        Setting<Integer> grpc = Setting.integer("grpc.port", 0, 0, 1, "").cli("--port");
        assertThatThrownBy(() -> Settings.of(http, grpc)).hasMessage("http.port and grpc.port share the name --port");
    }

    @Test
    void mergesSetsThatHoldTheSameSetting() {
        Settings merged = Settings.of(WAIT).and(Settings.of(WAIT, CACHE).withPrefixes("kafka."));
        assertThat(merged.declared()).containsExactly(WAIT, CACHE);
        assertThat(merged.prefixes()).containsExactly("kafka.");
    }
}
