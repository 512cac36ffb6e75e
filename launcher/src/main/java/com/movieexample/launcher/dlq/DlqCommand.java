package com.movieexample.launcher.dlq;

import picocli.CommandLine.Command;

/** {@code marquee dlq}: commands for all dead letters or for one. */
@Command(
        name = "dlq",
        description = "Look at the dead letters, events of the log that broke a rule, and clear them up.")
public final class DlqCommand {}
