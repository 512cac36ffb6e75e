package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.terminal.RecordedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code import metadata} and {@code import ratings}. */
// A thread of its own: waiting for puts hears no interrupt.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ImportFileCommandsTest {
    @TempDir
    Path folder;

    private final RecordedTerminal recorded = RecordedTerminal.piped();

    @Test
    void throughTheServicesAFileOfMetadataIsTakenAndVisible() throws IOException {
        Path films = Files.writeString(folder.resolve("films.csv"), "id,title\n1,Low Tide\n");
        try (FakeServices services = new FakeServices()) {
            assertThat(run(new ImportMetadataCommand(recorded.terminal()), films, services))
                    .isZero();

            assertThat(services.movies).hasSize(1);
            assertThat(services.positionsAskedFor).containsExactly("movie-metadata/0:17");
            assertThat(recorded.out()).contains("Imported 1 movie in ", "visible in movie-query");
        }
    }

    @Test
    void throughTheServicesAFileOfEventsIsTakenWithItsDeletes() throws IOException {
        Path events = Files.writeString(
                folder.resolve("events.csv"), "userId,recordId,value,eventType\n7,1,4.5,put\n8,1,,delete\n");
        try (FakeServices services = new FakeServices()) {
            assertThat(run(new ImportRatingsCommand(recorded.terminal()), events, services))
                    .isZero();

            assertThat(services.ratings).hasSize(1);
            assertThat(services.deletes).hasSize(1);
            assertThat(services.positionsAskedFor).containsExactly("ratings/3:1043");
        }
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        int exitCode = new CommandLine(new ImportRatingsCommand(recorded.terminal()))
                .execute(folder.resolve("nowhere.json").toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(recorded.err()).contains("nowhere.json is not a file");
    }

    @Test
    void helpSaysWhatImportingTwiceDoes() {
        assertThat(new CommandLine(new ImportRatingsCommand(recorded.terminal())).getUsageMessage())
                .contains("Doing it twice", "new event", "--rejected", "--bootstrap-servers");
        assertThat(new CommandLine(new ImportMetadataCommand(recorded.terminal())).getUsageMessage())
                .contains("Doing it twice changes nothing", "--rejected", "--bootstrap-servers");
    }

    private int run(Object command, Path file, FakeServices services) {
        String address = services.address().toString();
        return new CommandLine(command)
                .execute(
                        file.toString(),
                        "--metadata-address=" + address,
                        "--rating-address=" + address,
                        "--movie-address=" + address,
                        "--rejected=" + folder.resolve("rejected.txt"));
    }
}
