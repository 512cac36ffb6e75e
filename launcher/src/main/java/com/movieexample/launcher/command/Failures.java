package com.movieexample.launcher.command;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.LogUnavailableException;
import com.movieexample.broker.BrokerStartException;
import com.movieexample.launcher.importing.ImportFailedException;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.process.LogFile;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.discovery.RegistryUnavailableException;
import com.movieexample.runtime.lifecycle.PortTakenException;
import com.movieexample.topics.generations.StepRefusedException;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.RulesMismatchException;
import com.movieexample.topics.provisioning.TopicMismatchException;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one line each and with an exit code; the stack trace of the unexpected goes to the log. */
final class Failures {
    /** Those whose message is written for the user. */
    private static final List<Class<? extends Exception>> EXPECTED = List.of(
            LaunchException.class,
            BrokerStartException.class,
            PortTakenException.class,
            TopicMismatchException.class,
            RulesMismatchException.class,
            LogMismatchException.class,
            KafkaUnavailableException.class,
            LogUnavailableException.class,
            RegistryUnavailableException.class,
            ImportFailedException.class,
            StepRefusedException.class);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        terminal.complain(explain(e, command));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static String explain(ParameterException e, CommandLine command) {
        boolean unknownCommand = e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty();
        return unknownCommand
                ? "there is no command "
                        + ((UnmatchedArgumentException) e).getUnmatched().get(0)
                : e.getMessage();
    }

    int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof ConfigurationException wrong) {
            wrong.problems().forEach(terminal::complain);
            return ExitCodes.USAGE;
        }
        if (e instanceof InvalidInputException) {
            terminal.complain(e.getMessage());
            return ExitCodes.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).error("{} failed", command.getCommandName(), e);
        if (EXPECTED.stream().anyMatch(type -> type.isInstance(e))) {
            terminal.complain(e.getMessage());
        } else {
            tellUnexpected(e);
        }
        return ExitCodes.ENVIRONMENT;
    }

    private void tellUnexpected(Exception e) {
        if (LogFile.isOpen()) {
            terminal.complain("unexpected: " + e + "; the log says more");
        } else {
            terminal.complain("unexpected:");
            e.printStackTrace(terminal.err());
        }
    }
}
