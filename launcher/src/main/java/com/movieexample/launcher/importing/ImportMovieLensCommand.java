package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @ArgGroup
    private Choice choice = new Choice();

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            defaultValue = "marquee-rejected.txt",
            description = "Where rejected lines are listed, if there are any (default: ${DEFAULT-VALUE}).")
    private Path rejected;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder;

    /** Through the services or straight to the log, but not both. */
    private static final class Choice {
        @ArgGroup(exclusive = false, heading = "Through the services of a running Marquee:%n")
        private RunningMarquee services = new RunningMarquee();

        @ArgGroup(exclusive = false, heading = "Or straight into the log:%n")
        private KafkaCluster cluster;

        Destination destination() {
            return cluster == null ? services : cluster;
        }
    }

    public ImportMovieLensCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new ImportRun(terminal, choice.destination(), new MovieLensFolder(folder), rejected).exitCode();
    }
}
