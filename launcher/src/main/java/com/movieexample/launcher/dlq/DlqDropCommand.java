package com.movieexample.launcher.dlq;

import com.movieexample.api.Position;
import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.deadletters.Removal;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes dead letters away; the log itself keeps each event at its origin. */
@Command(name = "drop", description = "Take dead letters out of their topic for good; the log keeps the events.")
public final class DlqDropCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @ArgGroup(multiplicity = "1")
    private ChosenLetters chosen;

    @Option(names = "--yes", description = "that --all is meant")
    private boolean yes;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (chosen.all() && !yes) {
            throw new ParameterException(
                    spec.commandLine(), "--all drops every dead letter for good, expected --yes beside it");
        }
        DeadLetterTopic topic = ClusterLetters.existing(cluster);
        List<Position> origins =
                chosen.of(topic).stream().map(DeadLetter::origin).toList();
        drop(topic, origins);
        if (chosen.all() && !json) {
            say(origins.isEmpty() ? "There are no dead letters." : Shown.count(origins.size()) + " dropped");
        }
        return ExitCodes.OK;
    }

    private void drop(DeadLetterTopic topic, List<Position> origins) {
        try (TopicWriter<byte[]> letters = new TopicWriter<>(
                topic.clients(), "marquee-dlq", cluster.topics().deadLetters())) {
            Removal removal = new Removal(letters);
            origins.forEach(origin -> {
                removal.drop(origin);
                say(json ? JsonLine.of(origin) : origin + " is dropped");
            });
        }
    }

    /** At once: what was done must be told even if the next one fails. */
    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
