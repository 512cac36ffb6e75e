package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What every import may be told. */
final class ImportOptions {
    @ArgGroup
    private Choice choice = new Choice();

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            defaultValue = "marquee-rejected.txt",
            description = "Where rejected lines are listed, if there are any (default: ${DEFAULT-VALUE}).")
    private Path rejected;

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

    /** Imports; the exit code. */
    int run(Terminal terminal, DataSet data) {
        return new ImportRun(terminal, choice.destination(), data, rejected).exitCode();
    }
}
