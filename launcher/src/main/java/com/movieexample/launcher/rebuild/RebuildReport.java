package com.movieexample.launcher.rebuild;

import com.movieexample.api.Mean;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.launcher.terminal.TextTable;
import java.math.BigDecimal;
import java.util.List;

/** Says what a proof found, and what would change. */
record RebuildReport(Terminal terminal) {
    void proof(Proof.Outcome proof, int live, int next) {
        terminal.say(
                proof.fromLive().isEmpty()
                        ? "Generations %d and %d agree in %s"
                                .formatted(live, next, Figures.count(proof.points(), "digest"))
                        : "Generations %d and %d differ:".formatted(live, next));
        proof.fromLive().forEach(difference -> terminal.say("  " + difference));
        terminal.say(
                proof.fromLog().isEmpty()
                        ? "Generation %d is what %s of the log come to"
                                .formatted(next, Figures.count(proof.events(), "event"))
                        : "Generation %d is not what the log comes to:".formatted(next));
        proof.fromLog().forEach(difference -> terminal.say("  " + difference));
    }

    void preview(Preview preview) {
        if (preview.changed() == 0) {
            terminal.say("No record of %s changes.".formatted(Figures.count(preview.records())));
            return;
        }
        terminal.say("%s of %s change:"
                .formatted(Figures.count(preview.changed()), Figures.count(preview.records(), "record")));
        TextTable table = new TextTable("  RECORD", ">COUNT", ">BECOMES", ">MEAN", ">BECOMES");
        for (Preview.Change change : preview.largest()) {
            table.row(
                    "  " + change.record(),
                    Figures.count(change.before().getCount()),
                    Figures.count(change.after().getCount()),
                    mean(change.before()),
                    mean(change.after()));
        }
        List<String> lines = table.lines();
        lines.forEach(terminal::say);
        long more = preview.changed() - preview.largest().size();
        if (more > 0) {
            terminal.say("  and " + Figures.count(more) + " more");
        }
    }

    private static String mean(RatingAggregate aggregate) {
        return Mean.of(aggregate.getCount(), aggregate.getSum())
                .map(BigDecimal::toPlainString)
                .orElse("-");
    }
}
