package com.movieexample.launcher.verify;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a verification found. */
record Report(PrintWriter out) {
    void print(Findings findings) {
        EventCounts events = findings.events();
        line(
                "Events:   %,d read, %,d good (%,d of them superseded), %,d bad, %,d misplaced",
                events.all(), events.good(), events.superseded(), events.bad(), events.misplaced());
        line("Records:  %,d with %,d live ratings", findings.records(), findings.ratings());
        line("Digests:  %s", findings.digests().stream().map("%016x"::formatted).collect(Collectors.joining(" ")));
        line("Took:     %.1f s", findings.took().toMillis() / 1_000.0);
        if (findings.differences().count() == 0) {
            line("No difference: all %,d records are served as the log has them.", findings.records());
        } else {
            line("%,d differences:", findings.differences().count());
            findings.differences().lines().forEach(difference -> out.println("  " + difference));
        }
        out.flush();
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
