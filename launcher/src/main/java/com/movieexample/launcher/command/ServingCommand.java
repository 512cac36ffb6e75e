package com.movieexample.launcher.command;

import com.movieexample.launcher.process.Announcer;
import com.movieexample.launcher.process.DataFolder;
import com.movieexample.launcher.process.LogFile;
import com.movieexample.launcher.settings.CommandSettings;
import com.movieexample.launcher.settings.ObservationSettings;
import com.movieexample.launcher.settings.ProcessSettings;
import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.runtime.config.Configuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** A command that serves until it is told to stop: what all of them have in common. */
abstract class ServingCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServingCommand.class);
    private static final int NAME_WIDTH = 18;

    protected final Terminal terminal;
    private final CommandSettings settings;
    private final long startedAt = System.nanoTime();
    private UntilStopped until;

    @Spec
    private CommandSpec spec;

    @Option(names = "--fresh", description = "remove the data of earlier runs first")
    private boolean fresh;

    ServingCommand(Terminal terminal, CommandSettings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    CommandSettings settings() {
        return settings;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = spec.commandLine().getParseResult();
        Configuration configuration = settings.load(parsed);
        if (CommandSettings.isToPrint(parsed)) {
            configuration.describe().forEach(terminal::say);
            return ExitCodes.OK;
        }
        try {
            return call(configuration);
        } catch (Exception e) {
            if (until == null || !until.isStopping()) {
                throw e;
            }
            log.info("stopped before it had come so far: {}", e.toString());
            return ExitCodes.OK;
        }
    }

    /** Does it with settings that were found right. */
    abstract int call(Configuration configuration) throws Exception;

    /** What the whole process is; empty if there are several services in it. */
    Optional<String> service() {
        return Optional.empty();
    }

    /** The folder that was set, or the one of this name in Marquee's own. */
    DataFolder openData(Configuration configuration, String name) {
        Path standard = Path.of(System.getProperty("marquee.home", "."), "data", name);
        return openData(configuration, ProcessSettings.data(configuration).orElse(standard), fresh);
    }

    DataFolder openData(Configuration configuration, Path folder, boolean emptied) {
        DataFolder data = DataFolder.open(folder, emptied);
        LogFile.open(data.logFile(), ObservationSettings.logFormat(configuration), service());
        log.info("{}, {}: {}", String.join(", ", VersionText.lines()), spec.name(), configuration.describeGiven());
        return data;
    }

    UntilStopped closeWhenStopped(AutoCloseable process) {
        until = UntilStopped.close(process, terminal);
        return until;
    }

    Announcer announcer() {
        return new Announcer() {
            @Override
            public void started(String name, String where) {
                terminal.say("  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + where);
            }

            @Override
            public void waiting(String why) {
                terminal.say("  … " + why);
            }
        };
    }

    void sayHello(String what) {
        terminal.say(terminal.paint(Colour.BOLD, "Marquee " + VersionText.ofMarquee()) + " on Apache Kafka "
                + VersionText.ofKafka() + what);
    }

    void sayReady(DataFolder data) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        terminal.say(terminal.paint(Colour.GREEN, "Ready") + " after " + Figures.duration(took) + ".");
        terminal.say("Data and log are in " + data.root() + " (--fresh empties it, --data DIR takes another).");
    }

    /** Serves until the end. */
    int serve() throws InterruptedException {
        terminal.say("Ctrl-C stops it.");
        until.await();
        return ExitCodes.OK;
    }
}
