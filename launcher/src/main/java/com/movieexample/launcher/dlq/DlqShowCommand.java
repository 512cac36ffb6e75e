package com.movieexample.launcher.dlq;

import com.movieexample.api.Position;
import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.topics.deadletters.DeadLetter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all there is of one dead letter. */
@Command(name = "show", description = "Show one dead letter: its reason, its bytes, and the event if they hold one.")
public final class DlqShowCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            paramLabel = "ORIGIN",
            converter = PositionConverter.class,
            description = "where the log has the event, for example ratings/3:1042")
    private Position origin;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DeadLetter letter = ClusterLetters.require(ClusterLetters.existing(cluster), origin);
        new LetterText(spec.commandLine().getOut()).print(letter);
        return 0;
    }
}
