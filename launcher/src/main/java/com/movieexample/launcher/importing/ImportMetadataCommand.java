package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marquee import metadata FILE}. */
@Command(
        name = "metadata",
        description = {
            "Imports what movies are. Doing it twice changes nothing; of an id that the file has twice the last record"
                    + " stands.",
            "A .csv file names its columns in its first line: id and title, and if known description, director, year,"
                    + " genres (a|b) and externalIds (imdb=tt0114709|tmdb=862). A .ndjson file has in each line an object"
                    + " as GET /v1/metadata/{id} answers with, a .json file an array of them. Each may be packed (.gz)."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all lines were taken",
            "1:some lines were rejected",
            "2:wrong usage, or a file that can't be read",
            "3:Marquee or Kafka is not reachable"
        })
public final class ImportMetadataCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    public ImportMetadataCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.run(terminal, new MetadataFile(file));
    }
}
