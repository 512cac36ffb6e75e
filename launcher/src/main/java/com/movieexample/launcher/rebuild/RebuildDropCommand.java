package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes an archive. */
@Command(name = "drop", description = "Remove a view that --as-of made.")
public final class RebuildDropCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    @Parameters(paramLabel = "NAME", converter = ViewNameConverter.class, description = "what the view is called")
    private String name;

    public RebuildDropCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (RebuildRun run = new RebuildRun(options, terminal)) {
            return run.drop(name);
        }
    }
}
