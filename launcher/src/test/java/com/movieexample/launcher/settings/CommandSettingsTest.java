package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void anOptionGoesOverTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("conf"), "movie.http.port = 1\nmovie.grpc.port = 2\n");

        Configuration configuration = ParsedSettings.allInOne("--config", file.toString(), "--movie-port=3");

        assertThat(ServiceSettings.MOVIE.httpPort(configuration)).isEqualTo(3);
        assertThat(ServiceSettings.MOVIE.grpcPort(configuration)).isEqualTo(2);
    }

    @Test
    void aFlagNeedsNoValueAndTakesOne() {
        assertThat(ProcessSettings.host(ParsedSettings.allInOne("--host=0.0.0.0", "--public-writes")))
                .isEqualTo("0.0.0.0");
        assertThatThrownBy(() -> ParsedSettings.allInOne("--host=0.0.0.0", "--public-writes=false"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aServiceAloneHasShortNamesForItsPorts() {
        CommandSettings query = CommandSettings.of(ServiceSettings.MOVIE);

        Configuration configuration = ParsedSettings.load(query, "--port=1", "--grpc-port=2");

        assertThat(ServiceSettings.MOVIE.httpPort(configuration)).isEqualTo(1);
        assertThat(ServiceSettings.MOVIE.grpcPort(configuration)).isEqualTo(2);
    }

    @Test
    void everyServiceAloneCanBeToldHowLongAReadWaits() {
        for (ServiceSettings service : ServiceSettings.ALL) {
            Configuration alone = ParsedSettings.load(CommandSettings.of(service), "--position-timeout=7s");

            assertThat(ProcessSettings.positionTimeout(alone)).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void aFileCanBeSharedByProcessesOfAllKinds() throws IOException {
        Path file = Files.writeString(
                folder.resolve("conf"),
                "movie.http.port = 1\nbroker.port = 2\naggregator.threads = 3\naddress.rating-aggregator = a:1\n");

        for (ServiceSettings service : ServiceSettings.ALL) {
            ParsedSettings.load(CommandSettings.of(service), "--config=" + file);
        }
        assertThat(ServiceSettings.MOVIE.httpPort(ParsedSettings.allInOne("--config=" + file)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--movie-port=abc        | --movie-port is \"abc\", expected a whole number from 0 to 65535",
                "--rocksdb-memory=lots   | --rocksdb-memory is \"lots\", expected a number of bytes such as 4096, 512KiB, 64MiB or 1GiB",
                "--set=movie.http.prot=1 | command line: unknown key movie.http.prot, did you mean movie.http.port?",
                "--set=nothing           | --set is \"nothing\", expected KEY=VALUE",
                "--set=kafka.=1          | command line: unknown key kafka.",
                "--scale-default=5       | scale.default is \"5\", expected minimum..maximum/step, for example 0.5..5/0.5",
                "--set=scale.series=1    | scale.series is \"1\", expected minimum..maximum/step, for example 0.5..5/0.5",
                "--set=address.movie=a:1 | command line: unknown key address.movie"
            })
    void saysWhichValueIsWrongAndWhatWasExpected(String argument, String message) {
        assertThatThrownBy(() -> ParsedSettings.allInOne(argument))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void refusesToSetAKeyTwice() {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--set", "kafka.acks=1", "--set", "kafka.acks=all"))
                .hasMessage("kafka.acks was set twice on the command line, expected once");
        assertThatThrownBy(() -> ParsedSettings.allInOne("--movie-port=1", "--set", "movie.http.port=2"))
                .hasMessage("movie.http.port was set twice on the command line, expected once");
    }

    @Test
    void printsOnlyWhenAskedTo() {
        CommandSpec spec = CommandSpec.create();
        CommandSettings.allInOne().addTo(spec);
        CommandLine command = new CommandLine(spec);

        assertThat(CommandSettings.isToPrint(command.parseArgs("--print-config")))
                .isTrue();
        assertThat(CommandSettings.isToPrint(command.parseArgs())).isFalse();
    }
}
