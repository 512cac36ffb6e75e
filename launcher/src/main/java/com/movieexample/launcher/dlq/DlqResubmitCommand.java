package com.movieexample.launcher.dlq;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.cluster.LiveLog;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.deadletters.Mending;
import com.movieexample.topics.deadletters.Removal;
import com.movieexample.topics.deadletters.Resubmission;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ends with 0 when all that was asked for is in the log again, and with 1 when a letter stays. */
@Command(
        name = "resubmit",
        description = "Put dead letters into the log again, where they count by the time they had the first time.")
public final class DlqResubmitCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @ArgGroup(multiplicity = "1")
    private ChosenLetters chosen;

    @Option(
            names = "--set",
            paramLabel = "JSON|@FILE",
            converter = PatchConverter.class,
            description =
                    "what is to be other in the event, for example '{\"value\":4.5}'; null takes a field away. All of an"
                            + " event where its bytes can't be read")
    private Mending mending;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (chosen.all() && mending != null) {
            throw new ParameterException(
                    spec.commandLine(), "--set is of one event, expected ORIGIN beside it and not --all");
        }
        DeadLetterTopic topic = ClusterLetters.existing(cluster);
        MarqueeLog log = LiveLog.find(cluster.clients(), cluster.topics());
        ResubmissionReport report = new ResubmissionReport(spec.commandLine().getOut(), json);
        resubmit(chosen.of(topic), log, report);
        if (chosen.all()) {
            report.sumUp();
        }
        return report.refused() == 0 ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private void resubmit(List<DeadLetter> letters, MarqueeLog log, ResubmissionReport report) {
        try (TopicWriter<RatingEvent> ratings = new TopicWriter<>(
                        log.clients(), "marquee-dlq", log.topics().ratings());
                TopicWriter<byte[]> removals = new TopicWriter<>(
                        log.clients(), "marquee-dlq-removals", log.topics().deadLetters())) {
            Resubmission resubmission =
                    new Resubmission(log.rules(), ratings, new Removal(removals), Clock.systemUTC());
            letters.forEach(letter -> resubmit(letter, resubmission, report));
        }
    }

    private void resubmit(DeadLetter letter, Resubmission resubmission, ResubmissionReport report) {
        try {
            report.taken(resubmission.resubmit(letter, Optional.ofNullable(mending)));
        } catch (InvalidInputException e) {
            report.refused(letter.origin(), e);
        }
    }
}
