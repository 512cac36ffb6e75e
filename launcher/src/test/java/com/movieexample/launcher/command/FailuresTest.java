package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.InvalidInputException;
import com.movieexample.launcher.importing.ImportFailedException;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.lifecycle.PortTakenException;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.TopicMismatchException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class FailuresTest {
    private final TerminalOutput output = new TerminalOutput();

    @Test
    void wrongSettingsAreALineEachAndExitCodeTwo() {
        assertThat(codeOf(new ConfigurationException(List.of("a is wrong", "b is wrong"))))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(output.err()).containsExactly("marquee: a is wrong", "marquee: b is wrong");
    }

    @Test
    void wrongInputIsALineAndExitCodeTwo() {
        assertThat(codeOf(new InvalidInputException("address", "x", "host:port")))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(output.err()).containsExactly("marquee: address is \"x\", expected host:port");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsMissingIsALineAndExitCodeThree(RuntimeException failure) {
        assertThat(codeOf(failure)).isEqualTo(ExitCodes.ENVIRONMENT);

        assertThat(output.err()).containsExactly("marquee: " + failure.getMessage());
    }

    static List<RuntimeException> whatIsMissingIsALineAndExitCodeThree() {
        return List.of(
                new LaunchException("the folder is in use"),
                new PortTakenException("127.0.0.1", 8083, "--movie-port", null),
                new TopicMismatchException("ratings", "partitions", "3", "6", "Start with 3."),
                new LogMismatchException("built from another log"),
                new KafkaUnavailableException("a:1", new TimeoutException("no answer")),
                new ImportFailedException("the sample was refused"));
    }

    @Test
    void whatNobodyExpectedShowsWhereItHappened() {
        assertThat(codeOf(new IllegalStateException("a bug"))).isEqualTo(ExitCodes.ENVIRONMENT);

        assertThat(output.err())
                .contains("marquee: unexpected:", "java.lang.IllegalStateException: a bug")
                .anyMatch(line -> line.contains("FailuresTest"));
    }

    private int codeOf(Exception failure) {
        CommandLine command = new CommandLine(CommandSpec.create());
        return new Failures(output.terminal()).failed(failure, command, command.parseArgs());
    }
}
