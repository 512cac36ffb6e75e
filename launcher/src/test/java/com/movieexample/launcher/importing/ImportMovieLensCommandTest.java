package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.terminal.RecordedTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportMovieLensCommandTest {
    @TempDir
    Path path;

    private final RecordedTerminal recorded = RecordedTerminal.piped();
    private final StringWriter usage = new StringWriter();

    @BeforeEach
    void makeFolder() {
        MovieLensSample.in(path);
    }

    @Test
    void throughTheServicesTheFolderIsTakenAndVisible() {
        try (FakeServices services = new FakeServices()) {
            String address = services.address().toString();

            int exitCode = run(
                    path.toString(),
                    "--metadata-address=" + address,
                    "--rating-address=" + address,
                    "--movie-address=" + address);

            assertThat(exitCode).isZero();
            assertThat(services.movies).hasSize(2);
            assertThat(services.ratings).hasSize(2);
            assertThat(services.positionsAskedFor).containsExactly("movie-metadata/0:17,ratings/3:1042");
            assertThat(recorded.out())
                    .contains("Imported 2 movies and 2 ratings")
                    .contains("visible in movie-query");
        }
    }

    @Test
    void aServiceThatIsNotThereIsNamedWithTheWayOut() throws IOException {
        String nobody = ServiceTargetTest.freeAddress().toString();

        // Every address is given: the default ones may be those of a Marquee that somebody uses.
        int exitCode = run(
                path.toString(),
                "--metadata-address=" + nobody,
                "--rating-address=" + nobody,
                "--movie-address=" + nobody);

        assertThat(exitCode).isEqualTo(3);
        assertThat(recorded.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(nobody, "./marquee up"));
    }

    @Test
    void aFolderThatIsNotThereIsWrongUsage() {
        assertThat(run(path.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(recorded.err()).contains("nowhere is not a folder");
    }

    @Test
    void withoutAFolderItIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(usage.toString()).contains("Missing required parameter: 'DIR'");
    }

    @Test
    void anAddressHasAHostAndAPort() {
        assertThat(run(path.toString(), "--rating-address", "somewhere")).isEqualTo(2);
        assertThat(usage.toString()).contains("--rating-address", "is \"somewhere\", expected HOST:PORT");
    }

    @Test
    void servicesAndClusterExcludeEachOther() {
        assertThat(run(path.toString(), "--rating-address", "h:1", "--bootstrap-servers", "h:2"))
                .isEqualTo(2);
        assertThat(usage.toString()).contains("mutually exclusive");
    }

    @Test
    void kafkaSettingsNeedACluster() {
        assertThat(run(path.toString(), "--kafka", "security.protocol=SSL")).isEqualTo(2);
        assertThat(usage.toString()).contains("--bootstrap-servers");
    }

    @Test
    void aKafkaSettingThatIsWrongIsOneClearLine() {
        assertThat(run(path.toString(), "--bootstrap-servers", "127.0.0.1:1", "--kafka", "security.protocol=NONE"))
                .isEqualTo(3);
        assertThat(recorded.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("127.0.0.1:1", "security.protocol"));
    }

    @Test
    void helpNamesTheOptionsOfBothWays() {
        assertThat(new CommandLine(new ImportMovieLensCommand(recorded.terminal())).getUsageMessage())
                .contains("--metadata-address", "127.0.0.1:9081", "--bootstrap-servers", "--kafka", "--rejected");
    }

    @Test
    void importAloneIsWrongUsage() {
        CommandLine command = new CommandLine(new ImportCommand())
                .addSubcommand(new ImportMovieLensCommand(recorded.terminal()))
                .setErr(new PrintWriter(usage, true));

        assertThat(command.execute()).isEqualTo(2);
        assertThat(usage.toString()).contains("Missing required subcommand");
    }

    private int run(String... arguments) {
        return new CommandLine(new ImportMovieLensCommand(recorded.terminal()))
                .setErr(new PrintWriter(usage, true))
                .execute(arguments);
    }
}
