package com.movieexample.launcher.explain;

import com.movieexample.topics.RecordKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command is to explain: one record, or the whole log. */
final class Explained {
    @ArgGroup(exclusive = false)
    private NamedRecord record;

    @Option(
            names = "--all",
            required = true,
            description = "count what became of all events of the log, and that the numbers add up")
    private boolean all;

    /** How a record is named. */
    static final class NamedRecord {
        @Parameters(index = "0", paramLabel = "TYPE", description = "the record's type, for example movie")
        private String type;

        @Parameters(index = "1", paramLabel = "ID", description = "its id, for example 603")
        private String id;
    }

    boolean all() {
        return all;
    }

    /** Only if it is not all. */
    RecordKey record() {
        return new RecordKey(record.type, record.id);
    }
}
