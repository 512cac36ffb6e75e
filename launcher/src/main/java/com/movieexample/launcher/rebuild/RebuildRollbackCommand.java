package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Go back to the generation that was live before, as long as it is not retired. */
@Command(
        name = "rollback",
        description = "Go back to the generation that was live before, as long as it is not retired.")
public final class RebuildRollbackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    public RebuildRollbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (RebuildRun run = new RebuildRun(options, terminal)) {
            return run.rollBack();
        }
    }
}
