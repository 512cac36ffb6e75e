package com.movieexample.launcher.dlq;

import picocli.CommandLine.Command;

/** {@code marquee dlq}: a command for all dead letters and one for each. */
@Command(name = "dlq", description = "Look at the dead letters: events of the log that broke a rule.")
public final class DlqCommand {}
