package com.movieexample.launcher.command;

import com.movieexample.launcher.access.KeysCommand;
import com.movieexample.launcher.access.KeysNewCommand;
import com.movieexample.launcher.dlq.DlqCommand;
import com.movieexample.launcher.dlq.DlqDropCommand;
import com.movieexample.launcher.dlq.DlqListCommand;
import com.movieexample.launcher.dlq.DlqResubmitCommand;
import com.movieexample.launcher.dlq.DlqShowCommand;
import com.movieexample.launcher.explain.ExplainCommand;
import com.movieexample.launcher.grpc.GrpcCommand;
import com.movieexample.launcher.importing.ImportCommand;
import com.movieexample.launcher.importing.ImportMetadataCommand;
import com.movieexample.launcher.importing.ImportMovieLensCommand;
import com.movieexample.launcher.importing.ImportRatingsCommand;
import com.movieexample.launcher.rebuild.RebuildCancelCommand;
import com.movieexample.launcher.rebuild.RebuildCommand;
import com.movieexample.launcher.rebuild.RebuildDropCommand;
import com.movieexample.launcher.rebuild.RebuildPromoteCommand;
import com.movieexample.launcher.rebuild.RebuildRollbackCommand;
import com.movieexample.launcher.rebuild.RebuildStatusCommand;
import com.movieexample.launcher.services.ServicesCommand;
import com.movieexample.launcher.settings.ServiceSettings;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.launcher.topics.TopicsCommand;
import com.movieexample.launcher.verify.VerifyCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./marquee} with all its commands. */
@Command(
        name = "marquee",
        description = "Movie ratings and metadata on Apache Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = {
            "marquee COMMAND --help lists the options of a command.",
            "Exit codes: 0 all well, 1 something was rejected or differs, 2 wrong usage,",
            "3 something needed is missing or not as it must be."
        })
public final class MarqueeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private MarqueeCommand() {}

    public static CommandLine commandLine(Terminal terminal) {
        CommandLine marquee = new CommandLine(new MarqueeCommand());
        addCommands(marquee, terminal);
        withHelp(marquee);
        Failures failures = new Failures(terminal);
        // @FILE is a value of options here, and not a file with more arguments.
        return marquee.setExpandAtFiles(false)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colourful() ? Ansi.ON : Ansi.OFF));
    }

    private static void addCommands(CommandLine marquee, Terminal terminal) {
        add(marquee, "demo", new DemoCommand(terminal));
        add(marquee, "up", new UpCommand(terminal));
        add(marquee, "metadata", ServiceSettings.METADATA, "metadata-service, which keeps what movies are", terminal);
        add(marquee, "ingester", ServiceSettings.RATING, "rating-ingester, which takes ratings", terminal);
        add(marquee, "aggregator", ServiceSettings.AGGREGATOR, "rating-aggregator, which sums ratings up", terminal);
        add(marquee, "query", ServiceSettings.MOVIE, "movie-query, which answers with both", terminal);
        marquee.addSubcommand(new CommandLine(new ImportCommand())
                .addSubcommand(new ImportMovieLensCommand(terminal))
                .addSubcommand(new ImportMetadataCommand(terminal))
                .addSubcommand(new ImportRatingsCommand(terminal)));
        marquee.addSubcommand(new VerifyCommand(terminal.interactive()));
        marquee.addSubcommand(new ExplainCommand(terminal.interactive()));
        marquee.addSubcommand(new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand())
                .addSubcommand(new DlqShowCommand())
                .addSubcommand(new DlqResubmitCommand())
                .addSubcommand(new DlqDropCommand()));
        marquee.addSubcommand(new CommandLine(new RebuildCommand(terminal))
                .addSubcommand(new RebuildStatusCommand(terminal))
                .addSubcommand(new RebuildPromoteCommand(terminal))
                .addSubcommand(new RebuildCancelCommand(terminal))
                .addSubcommand(new RebuildRollbackCommand(terminal))
                .addSubcommand(new RebuildDropCommand(terminal)));
        marquee.addSubcommand(new CommandLine(new KeysCommand()).addSubcommand(new KeysNewCommand()));
        marquee.addSubcommand(new TopicsCommand(terminal));
        marquee.addSubcommand(new ServicesCommand(terminal));
        marquee.addSubcommand(new GrpcCommand());
        marquee.addSubcommand(new CommandLine(new BenchCommand(terminal)).setUnmatchedArgumentsAllowed(true));
        marquee.addSubcommand(new HelpCommand());
    }

    private static void add(CommandLine marquee, String name, ServiceSettings service, String what, Terminal terminal) {
        add(marquee, name, new ServiceCommand(terminal, service))
                .usageMessage()
                .description("Start " + what + ", on a cluster.");
    }

    private static CommandSpec add(CommandLine marquee, String name, ServingCommand command) {
        CommandLine added = new CommandLine(command);
        command.settings().addTo(added.getCommandSpec());
        // Their options are many: the list is below, in sections.
        added.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        marquee.addSubcommand(name, added);
        return added.getCommandSpec();
    }

    /** Gives every command, however deep, {@code --help} and {@code --version}. */
    private static void withHelp(CommandLine command) {
        if (!(command.getCommand() instanceof HelpCommand)) {
            command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new VersionText());
        }
        command.getSubcommands().values().forEach(MarqueeCommand::withHelp);
    }

    /** Without a command it says which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
