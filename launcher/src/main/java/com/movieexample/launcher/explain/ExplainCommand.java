package com.movieexample.launcher.explain;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.cluster.LiveLog;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.PatienceConverter;
import com.movieexample.launcher.verify.ProgressLine;
import com.movieexample.runtime.http.Json;
import com.movieexample.topics.explain.Bounds;
import com.movieexample.topics.explain.Explanation;
import com.movieexample.topics.explain.ExplanationForm;
import com.movieexample.topics.explain.ExplanationTimeoutException;
import com.movieexample.topics.explain.LogCount;
import com.movieexample.topics.explain.LogTotals;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.RecordExplainer;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends with 1 if the categories don't add up to the events read, which would be a defect. */
@Command(
        name = "explain",
        description = {
            "Say why an average is what it is: what became of each event of a record.",
            "Reads the record's partition of the log afresh. Events of the record on other partitions are misplaced,"
                    + " and not seen."
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final Duration FOR_A_RECORD = Duration.ofSeconds(30);
    private static final Duration FOR_ALL = Duration.ofMinutes(10);

    private final boolean onTerminal;

    @Mixin
    private ClusterOptions cluster;

    @ArgGroup(multiplicity = "1")
    private Explained explained;

    @Mixin
    private QuestionOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = PatienceConverter.class,
            description = "how long reading the log may take (default: 30s, with --all 10m)")
    private Duration timeout;

    @Option(names = "--json", description = "write JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** @param onTerminal whether a person watches, so that a line of progress may be rewritten in place */
    public ExplainCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() {
        if (explained.all()) {
            options.requireNone(spec.commandLine());
            return explainAll();
        }
        explain(options.about(explained.record()));
        return ExitCodes.OK;
    }

    private void explain(Question question) {
        Duration most = timeout == null ? FOR_A_RECORD : timeout;
        RecordExplainer explainer = new RecordExplainer(log(), Bounds.of(most));
        Explanation explanation = inTime(() -> explainer.explain(question));
        if (json) {
            print(ExplanationForm.of(explanation));
        } else {
            new ExplanationText(out()).print(explanation);
        }
    }

    private int explainAll() {
        LogCount count = new LogCount(log(), timeout == null ? FOR_ALL : timeout);
        LogTotals totals;
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), onTerminal)) {
            totals = inTime(() -> count.count(progress));
        }
        if (json) {
            print(ExplanationForm.of(totals));
        } else {
            new TotalsText(out()).print(totals);
        }
        return totals.sum() == totals.events() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private MarqueeLog log() {
        return LiveLog.find(cluster.clients(), cluster.topics());
    }

    private static <T> T inTime(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ExplanationTimeoutException e) {
            throw new LaunchException(e.getMessage() + "; --timeout allows more", e);
        }
    }

    private void print(Object value) {
        out().println(new String(new Json().write(value), StandardCharsets.UTF_8));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
