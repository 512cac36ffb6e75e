package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marquee import movielens DIR}. */
@Command(
        name = "movielens",
        description =
                "Imports a MovieLens folder: movies.csv, ratings.csv and links.csv. Doing it twice changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all lines were taken",
            "1:some lines were rejected",
            "2:wrong usage, or not a MovieLens folder",
            "3:Marquee or Kafka is not reachable"
        })
public final class ImportMovieLensCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder;

    public ImportMovieLensCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.run(terminal, new MovieLensFolder(folder));
    }
}
