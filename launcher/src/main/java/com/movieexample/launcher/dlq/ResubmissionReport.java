package com.movieexample.launcher.dlq;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.topics.deadletters.Resubmitted;
import java.io.PrintWriter;

/** Tells line by line what became of each dead letter. Not thread-safe. */
final class ResubmissionReport {
    private final PrintWriter out;
    private final boolean json;
    private int taken;
    private int refused;

    ResubmissionReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void taken(Resubmitted letter) {
        taken++;
        say(
                json
                        ? JsonLine.of(letter)
                        : "%s is %s now, rated at %s"
                                .formatted(letter.origin(), letter.position(), Shown.time(letter.ratedAt())));
    }

    void refused(Position origin, InvalidInputException why) {
        refused++;
        say(json ? JsonLine.of(origin, why) : origin + " stays: " + Shown.text(why.getMessage()));
    }

    int refused() {
        return refused;
    }

    void sumUp() {
        if (json) {
            return;
        }
        say(
                taken + refused == 0
                        ? "There are no dead letters."
                        : Shown.count(taken) + " resubmitted" + (refused == 0 ? "" : ", " + refused + " left"));
    }

    /** At once: what was done must be told even if the next one fails. */
    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
