package com.movieexample.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private long now = 1_000;

    @Test
    void onATerminalOneLineIsRewrittenInPlace() {
        RecordedTerminal recorded = RecordedTerminal.interactive();
        ProgressBar progress = bar(recorded);

        pass(Duration.ofSeconds(2));
        progress.update(500, 4_000);
        pass(Duration.ofSeconds(2));
        progress.update(1_000, 8_000);

        assertThat(recorded.out())
                .isEqualTo("\r\u001b[KImporting [==============              ]  50%  4,000  2,000/s  2.0 s left"
                        + "\r\u001b[KImporting [============================] 100%  8,000  2,000/s");
    }

    @Test
    void onATerminalItIsNotRewrittenMoreThanFiveTimesASecond() {
        RecordedTerminal recorded = RecordedTerminal.interactive();
        ProgressBar progress = bar(recorded);

        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(1));
            progress.update(i, i);
        }

        assertThat(recorded.out().split("\r", -1)).hasSize(1 + 5);
    }

    @Test
    void closingTakesTheLineAwayAndWhatIsToldLaterIsNotShown() {
        RecordedTerminal recorded = RecordedTerminal.interactive();
        ProgressBar progress = bar(recorded);

        progress.close();
        pass(Duration.ofSeconds(2));
        progress.update(500, 4_000);
        progress.close();

        assertThat(recorded.out()).isEqualTo("\r\u001b[K");
    }

    @Test
    void offATerminalThereIsAPlainLineForEachQuarter() {
        RecordedTerminal recorded = RecordedTerminal.piped();
        ProgressBar progress = bar(recorded);

        for (int done = 1; done <= 1_000; done++) {
            pass(Duration.ofMillis(1));
            progress.update(done, done);
        }
        progress.close();

        assertThat(recorded.out().lines())
                .containsExactly(
                        "Importing  25%  250  1,000/s  0.8 s left",
                        "Importing  50%  500  1,000/s  0.5 s left",
                        "Importing  75%  750  1,000/s  0.3 s left",
                        "Importing 100%  1,000  1,000/s");
    }

    @Test
    void offATerminalASlowJobIsHeardOfEveryFewSeconds() {
        RecordedTerminal recorded = RecordedTerminal.piped();
        ProgressBar progress = bar(recorded);

        for (int second = 1; second <= 11; second++) {
            pass(Duration.ofSeconds(1));
            progress.update(second, second);
        }

        assertThat(recorded.out().lines()).hasSize(2);
    }

    @Test
    void offATerminalThereAreNoControlCharacters() {
        RecordedTerminal recorded = RecordedTerminal.piped();

        try (ProgressBar progress = bar(recorded)) {
            pass(Duration.ofMinutes(1));
            progress.update(1_000, 10);
        }

        assertThat(recorded.out().strip()).isNotEmpty().matches("\\P{Cntrl}+");
    }

    @Test
    void aJobWithoutWorkIsDone() {
        RecordedTerminal recorded = RecordedTerminal.piped();
        ProgressBar progress = new ProgressBar(recorded.terminal(), "Importing", 0, () -> now);

        progress.update(0, 0);

        assertThat(recorded.out()).startsWith("Importing 100%");
    }

    private ProgressBar bar(RecordedTerminal recorded) {
        return new ProgressBar(recorded.terminal(), "Importing", 1_000, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
