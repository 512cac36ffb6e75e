package com.movieexample.launcher.dlq;

import com.movieexample.api.Position;
import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.topics.DeadLetter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** What the list says of a dead letter; its bytes would be too much of many. */
    record Row(Position origin, Instant logTime, String reason) {
        static Row of(DeadLetter letter) {
            return new Row(letter.origin(), Instant.ofEpochMilli(letter.logTime()), Shown.text(letter.reason()));
        }
    }

    @Override
    public Integer call() {
        List<Row> rows = DeadLetterTopic.of(cluster).read(letter -> Optional.of(Row.of(letter))).values().stream()
                .sorted(Comparator.comparing(Row::logTime).thenComparing(Row::origin))
                .toList();
        List<Row> shown = rows.subList(Math.max(0, rows.size() - limit), rows.size());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            shown.forEach(row -> out.println(JsonLine.of(row)));
        } else {
            print(out, shown, rows.size());
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, List<Row> shown, int all) {
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
        shown.forEach(row -> out.println(format.formatted(row.origin(), Shown.time(row.logTime()), row.reason())));
        out.println(
                shown.size() == all ? Shown.count(all) : Shown.count(all) + ", of which the latest " + shown.size());
    }
}
