package com.movieexample.launcher.access;

import picocli.CommandLine.Command;

/** {@code marquee keys}: commands for API keys. */
@Command(name = "keys", description = "Make API keys for those who write.")
public final class KeysCommand {}
