package com.movieexample.launcher.importing;

import picocli.CommandLine.Command;

/** {@code marquee import}: a command for each kind of data set. */
@Command(name = "import", description = "Import movies and ratings from files.")
public final class ImportCommand {}
