package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.terminal.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarqueeCommandTest {
    private final TerminalOutput output = new TerminalOutput();

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(output.run()).isEqualTo(ExitCodes.USAGE);

        assertThat(output.out()).isEmpty();
        assertThat(String.join("\n", output.err()))
                .contains("Usage: marquee")
                .contains(
                        "demo",
                        "up",
                        "metadata",
                        "ingester",
                        "aggregator",
                        "query",
                        "import",
                        "verify",
                        "explain",
                        "dlq",
                        "keys",
                        "services",
                        "grpc",
                        "bench");
    }

    @Test
    void theBenchIsNamedButStartedByTheScript() {
        assertThat(output.run("bench", "ingest", "--runs", "2")).isEqualTo(ExitCodes.ENVIRONMENT);

        assertThat(output.err())
                .containsExactly("marquee: bench is no part of this program; ./marquee bench in a checkout builds and"
                        + " starts it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "metadata",
                "ingester",
                "aggregator",
                "query",
                "verify",
                "explain",
                "dlq",
                "keys",
                "services",
                "grpc",
                "bench",
                "import"
            })
    void everyCommandHasHelp(String command) {
        assertThat(output.run(command, "--help")).isEqualTo(ExitCodes.OK);

        assertThat(output.out().get(0)).startsWith("Usage: marquee " + command);
        assertThat(output.out()).noneMatch(line -> line.length() > 80);
        assertThat(output.err()).isEmpty();
    }

    @Test
    void helpListsOptionsInSectionsWithTheirEnvironment() {
        output.run("up", "--help");

        assertThat(output.out())
                .containsSubsequence("Ports, 0 for a free one:", "Log and rules:", "Memory and times:")
                .anyMatch(line -> line.contains("--movie-port=N"))
                .anyMatch(line -> line.contains("[MARQUEE_MOVIE_HTTP_PORT]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope                                      | there is no command nope",
                "up --nope                                 | Unknown option: '--nope'",
                "up --movie-port                           | Missing required parameter for option '--movie-port' (N)",
                "up --movie-port=a                         | --movie-port is \"a\", expected a whole number from 0 to 65535",
                "up --position-timeout=5                   | --position-timeout is \"5\", expected a duration such as 250ms, 10s, 5m, 2h or 7d, at most 36500d",
                "up --config=/nowhere                      | file /nowhere: not found",
                "up --broker-port=5 --controller-port=5    | --controller-port is \"5\", expected another port than the broker's",
                "demo --exit --data=/nowhere               | --exit leaves no data, expected neither --data nor --bootstrap-servers beside it",
                "explain movie                             | Error: Missing required argument(s): ID",
                "explain --all movie 603                   | Error: --all and [TYPE ID] are mutually exclusive (specify only one)",
                "explain --all --user=7                    | --all is of no record, expected none of --user, --limit, --minimum and --prior beside it",
                "explain movie 603 --limit=-1              | limit is \"-1\", expected 0 to 1000000",
                "explain movie 603 --timeout=5             | Invalid value for option '--timeout': is \"5\", expected seconds or minutes such as 60s or 5m",
                "query --movie-port=1                      | Unknown option: '--movie-port=1'"
            })
    void wrongUsageIsOneLineAndExitCodeTwo(String arguments, String complaint) {
        assertThat(output.run(arguments.split(" "))).isEqualTo(ExitCodes.USAGE);

        assertThat(output.err())
                .filteredOn(line -> line.startsWith("marquee: "))
                .containsExactly("marquee: " + complaint);
    }

    @Test
    void printsTheConfigurationWithoutSecrets() {
        int code =
                output.run("up", "--print-config", "--set=kafka.sasl.jaas.config=login password=x", "--movie-port=7");

        assertThat(code).isEqualTo(ExitCodes.OK);
        assertThat(output.out())
                .contains(
                        "kafka.sasl.jaas.config = ***   (from: command line)",
                        "movie.http.port = 7   (from: command line)",
                        "rating.http.port = 8082   (from: default)");
    }

    @Test
    void saysItsVersion() {
        assertThat(output.run("--version")).isEqualTo(ExitCodes.OK);

        assertThat(output.out()).hasSize(2);
        assertThat(output.out().get(0)).startsWith("Marquee ");
        assertThat(output.out().get(1)).matches("Apache Kafka \\d+\\.\\d+\\.\\d+, Java \\d+.*");
    }
}
