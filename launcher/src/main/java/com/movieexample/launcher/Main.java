package com.movieexample.launcher;

import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.Terminal;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where {@code ./marquee} begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // gRPC's logger, and by default it prints to standard error.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        System.exit(MarqueeCommand.commandLine(Terminal.ofThisProcess()).execute(args));
    }
}
