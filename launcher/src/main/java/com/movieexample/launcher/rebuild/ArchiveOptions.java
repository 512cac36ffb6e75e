package com.movieexample.launcher.rebuild;

import java.time.Instant;
import picocli.CommandLine.Option;

/** What an archive is of, and what it is called. */
final class ArchiveOptions {
    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "build a view of the ratings that are not dated later, as 2015-01-01 (its first moment, UTC)"
                    + " or 2015-01-01T12:00:00Z, beside the live one; needs --name")
    private Instant asOf;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            converter = ViewNameConverter.class,
            description =
                    "what that view is called: movie-query serves it under ?view=NAME, until marquee rebuild drop NAME")
    private String name;

    Instant asOf() {
        return asOf;
    }

    String name() {
        return name;
    }
}
