package com.movieexample.launcher.dlq;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the dead letters, the latest last. */
@Command(name = "list", description = "List the dead letters by the time at which the log took them, the latest last.")
public final class DlqListCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            converter = LimitConverter.class,
            description = "show the latest N only (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<DeadLetterSummary> rows = ClusterLetters.existing(cluster).summaries();
        List<DeadLetterSummary> shown = rows.subList(Math.max(0, rows.size() - limit), rows.size());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            shown.forEach(row -> out.println(JsonLine.of(row)));
        } else {
            print(out, shown, rows.size());
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, List<DeadLetterSummary> shown, int all) {
        if (shown.isEmpty()) {
            out.println("There are no dead letters.");
            return;
        }
        int width = shown.stream()
                .mapToInt(row -> row.origin().toString().length())
                .max()
                .orElseThrow();
        String format = "%-" + Math.max(width, "ORIGIN".length()) + "s  %-24s  %s";
        out.println(format.formatted("ORIGIN", "TIME", "REASON"));
        shown.forEach(row ->
                out.println(format.formatted(row.origin(), Shown.time(row.logTime()), Shown.text(row.reason()))));
        out.println(
                shown.size() == all ? Shown.count(all) : Shown.count(all) + ", of which the latest " + shown.size());
    }
}
