package com.movieexample.bench.command;

import com.movieexample.bench.process.Logging;

/** Where {@code ./marquee bench} begins; its arguments are those after {@code bench}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.quiet();
        System.exit(BenchCommand.commandLine(Measures.ALL).execute(arguments));
    }
}
