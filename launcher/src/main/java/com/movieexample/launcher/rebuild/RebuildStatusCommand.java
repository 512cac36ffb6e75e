package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which generations there are, and how far each is. */
@Command(name = "status", description = "Show which generations there are, and how far each is.")
public final class RebuildStatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    public RebuildStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new RebuildStatus(options, terminal).print();
        return ExitCodes.OK;
    }
}
