package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prove the generation that is in the making once more, and go over to it. */
@Command(name = "promote", description = "Prove the generation that is in the making once more, and go over to it.")
public final class RebuildPromoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    @Option(names = "--accept-changes", description = "go over even to a view that differs from the live one")
    private boolean acceptChanges;

    public RebuildPromoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (RebuildRun run = new RebuildRun(options, terminal)) {
            return run.promote(acceptChanges);
        }
    }
}
