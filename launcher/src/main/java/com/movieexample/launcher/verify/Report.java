package com.movieexample.launcher.verify;

import com.movieexample.topics.ViewKeys;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a verification found. */
record Report(PrintWriter out) {
    void print(Findings findings) {
        EventCounts events = findings.events();
        line(
                "Events:       %,d read, %,d good (%,d of them superseded), %,d bad, %,d misplaced",
                events.all(), events.good(), events.superseded(), events.bad(), events.misplaced());
        line("Records:      %,d with %,d live ratings", findings.records(), findings.ratings());
        line(
                "Digests:      %s",
                findings.digests().stream().map("%016x"::formatted).collect(Collectors.joining(" ")));
        line("Checkpoints:  %s", describe(findings.checkpoints()));
        line("Took:         %.1f s", findings.took().toMillis() / 1_000.0);
        if (findings.differences().count() == 0) {
            line("No difference: all %,d records are served as the log has them.", findings.records());
        } else {
            long count = findings.differences().count();
            line(count == 1 ? "1 difference:" : "%,d differences:", count);
            findings.differences().lines().forEach(difference -> out.println("  " + difference));
        }
        out.flush();
    }

    private static String describe(ComparedCheckpoints checkpoints) {
        if (checkpoints.served() == 0) {
            return format("none yet; a partition keeps one every %,d offsets", ViewKeys.CHECKPOINT_INTERVAL);
        }
        String compared = checkpoints.compared() == checkpoints.served()
                ? format("%,d compared", checkpoints.compared())
                : format("%,d of %,d compared", checkpoints.compared(), checkpoints.served());
        return checkpoints.compared() == 0
                ? compared
                : compared + format(", at offsets %,d to %,d", checkpoints.first(), checkpoints.last());
    }

    private void line(String format, Object... values) {
        out.println(format(format, values));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
