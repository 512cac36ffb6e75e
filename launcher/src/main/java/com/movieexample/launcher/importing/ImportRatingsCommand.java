package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marquee import ratings FILE}. */
@Command(
        name = "ratings",
        description = {
            "Imports rating events. Doing it twice changes nothing for events with ratedAt; each one without becomes a"
                    + " new event that counts as of now.",
            "An event has userId, recordId, recordType (movie if not given), value, providerId, eventType (put if not"
                    + " given, or delete, whose value is not looked at) and ratedAt (2026-01-31T12:00:00Z). A .json file"
                    + " is an array of them, a .ndjson file has one in each line, a .csv file names its columns in its"
                    + " first line. Each may be packed (.gz)."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all events were taken",
            "1:some events were rejected",
            "2:wrong usage, or a file that can't be read",
            "3:Marquee or Kafka is not reachable"
        })
public final class ImportRatingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    public ImportRatingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.run(terminal, new RatingsFile(file));
    }
}
