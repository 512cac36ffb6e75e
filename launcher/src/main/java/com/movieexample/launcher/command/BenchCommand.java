package com.movieexample.launcher.command;

import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the list of commands for the bench, a program of its own that the {@code ./marquee} script starts. */
@Command(
        name = "bench",
        description = "Measure Marquee with baselines beside it; ./marquee bench --help says what and how.")
final class BenchCommand implements Callable<Integer> {
    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.complain("bench is no part of this program; ./marquee bench in a checkout builds and starts it");
        return ExitCodes.ENVIRONMENT;
    }
}
