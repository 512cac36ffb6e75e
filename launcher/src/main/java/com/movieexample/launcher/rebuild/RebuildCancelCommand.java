package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** End the generation that is in the making; the live one is not touched. */
@Command(name = "cancel", description = "End the generation that is in the making; the live one is not touched.")
public final class RebuildCancelCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    public RebuildCancelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (RebuildRun run = new RebuildRun(options, terminal)) {
            return run.cancel();
        }
    }
}
