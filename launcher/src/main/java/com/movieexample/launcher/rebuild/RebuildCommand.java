package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.Terminal;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Builds the ratings view again from the log, and goes over to it; goes on where an interrupted one ended. */
@Command(
        name = "rebuild",
        description = "Build the ratings view again from the log beside the live one, prove it, and go over to it.",
        synopsisSubcommandLabel = "[COMMAND]")
public final class RebuildCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RebuildOptions options;

    @Option(
            names = "--dry-run",
            description = "stop before the switch, show what would change, and leave nothing behind")
    private boolean dryRun;

    @Option(names = "--hold", description = "stop before the switch; marquee rebuild promote makes it")
    private boolean hold;

    @Option(names = "--accept-changes", description = "go over even to a view that differs from the live one")
    private boolean acceptChanges;

    @Option(
            names = "--throttle",
            paramLabel = "EVENTS",
            description = "replay at most so many events a second, over all aggregators; 0 for no limit")
    private Long throttle;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @ArgGroup(exclusive = false)
    private ArchiveOptions archive;

    @Option(names = "--partitions", description = "show the progress of each partition too")
    private boolean eachPartition;

    @Spec
    private CommandSpec spec;

    public RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (throttle != null && throttle < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--throttle is \"" + throttle + "\", expected events a second, or 0 for no limit");
        }
        if (dryRun && (hold || acceptChanges)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dry-run never switches, expected neither --hold nor --accept-changes beside it");
        }
        if (archive != null && (dryRun || hold || acceptChanges)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of never switches, expected none of --dry-run, --hold and --accept-changes beside it");
        }
        OptionalLong most = throttle == null ? OptionalLong.empty() : OptionalLong.of(throttle);
        try (RebuildRun run = new RebuildRun(options, terminal)) {
            RebuildRun.Plan plan = new RebuildRun.Plan(dryRun, hold, acceptChanges, eachPartition, most);
            return archive == null ? run.rebuild(rules, plan) : run.archive(archive, plan);
        }
    }
}
