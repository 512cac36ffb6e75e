package com.movieexample.launcher.crash;

import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One command, run to its end in this JVM.
 *
 * @param output all that it printed
 */
public record CommandRun(int exitCode, String output) {
    public static CommandRun of(List<String> arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        PrintWriter writer = new PrintWriter(stream, true, StandardCharsets.UTF_8);
        int exitCode = MarqueeCommand.commandLine(new Terminal(stream, stream, false, false))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments.toArray(String[]::new));
        return new CommandRun(exitCode, output.toString(StandardCharsets.UTF_8));
    }
}
