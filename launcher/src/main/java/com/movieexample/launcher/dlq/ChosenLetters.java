package com.movieexample.launcher.dlq;

import com.movieexample.api.Position;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is for: one, or all. */
final class ChosenLetters {
    @Parameters(
            paramLabel = "ORIGIN",
            converter = PositionConverter.class,
            description = "where the log has the event, for example ratings/3:1042")
    private Position origin;

    @Option(names = "--all", required = true, description = "every dead letter that there is")
    private boolean all;

    boolean all() {
        return all;
    }

    /** The earliest first. */
    List<DeadLetter> of(DeadLetterTopic topic) {
        return all
                ? topic.read(Optional::of).values().stream()
                        .sorted(Comparator.comparingLong(DeadLetter::logTime).thenComparing(DeadLetter::origin))
                        .toList()
                : List.of(ClusterLetters.require(topic, origin));
    }
}
