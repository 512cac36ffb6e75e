package com.movieexample.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aTerminalIsInteractiveAndColourful() {
        Terminal terminal = of(true, Map.of("TERM", "xterm"));

        assertThat(terminal.interactive()).isTrue();
        assertThat(terminal.paint(Colour.RED, "no")).isEqualTo("\u001b[31mno\u001b[0m");
    }

    @Test
    void aPipeIsNeither() {
        Terminal terminal = of(false, Map.of("TERM", "xterm"));

        assertThat(terminal.interactive()).isFalse();
        assertThat(terminal.paint(Colour.RED, "no")).isEqualTo("no");
    }

    @Test
    void aDumbTerminalIsTreatedAsAPipe() {
        Terminal terminal = of(true, Map.of("TERM", "dumb"));

        assertThat(terminal.interactive()).isFalse();
        assertThat(terminal.colourful()).isFalse();
    }

    @Test
    void noColorTakesTheColoursAndLeavesTheRest() {
        Terminal terminal = of(true, Map.of("NO_COLOR", "1"));

        assertThat(terminal.interactive()).isTrue();
        assertThat(terminal.colourful()).isFalse();
    }

    @Test
    void anEmptyNoColorSaysNothing() {
        assertThat(of(true, Map.of("NO_COLOR", "")).colourful()).isTrue();
    }

    @Test
    void complaintsGoToStandardErrorAndTheRestToStandardOutput() {
        RecordedTerminal recorded = RecordedTerminal.piped();

        recorded.terminal().say("one");
        recorded.terminal().complain("two");

        assertThat(recorded.out()).isEqualTo(String.format("one%n"));
        assertThat(recorded.err()).isEqualTo(String.format("marquee: two%n"));
    }

    private static Terminal of(boolean onTerminal, Map<String, String> environment) {
        return Terminal.of(System.out, System.err, onTerminal, environment);
    }
}
