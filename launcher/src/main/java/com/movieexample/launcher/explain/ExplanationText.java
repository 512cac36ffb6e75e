package com.movieexample.launcher.explain;

import com.movieexample.api.Hundredths;
import com.movieexample.api.Position;
import com.movieexample.api.WeightedScore;
import com.movieexample.launcher.dlq.Shown;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.TextTable;
import com.movieexample.topics.explain.Category;
import com.movieexample.topics.explain.ExplainedEvent;
import com.movieexample.topics.explain.Explanation;
import com.movieexample.topics.explain.ListedEvents;
import com.movieexample.topics.explain.LiveRatings;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.Scanned;
import com.movieexample.topics.explain.SeenEvent;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints why a record's average is what it is. */
record ExplanationText(PrintWriter out) {
    private static final String NONE = "-";

    void print(Explanation explanation) {
        Scanned scanned = explanation.scanned();
        out.println("%s of %s%s, of %s read of %s from offset %d to %d"
                .formatted(
                        Figures.count(explanation.events(), "event"),
                        explanation.question().record(),
                        explanation
                                .question()
                                .userId()
                                .map(user -> " and user " + user)
                                .orElse(""),
                        Figures.count(scanned.events()),
                        scanned.name(),
                        scanned.from(),
                        scanned.end()));
        out.println();
        printCounts(explanation);
        printEvents(explanation);
        out.println();
        printMean(explanation);
        out.println();
        out.println("Events of the record on other partitions are misplaced, and not seen here.");
        out.flush();
    }

    private void printCounts(Explanation explanation) {
        TextTable table = new TextTable("WHAT BECAME OF IT", ">EVENTS", "");
        for (Category category : Category.values()) {
            long count = explanation.categories().get(category).count();
            table.row(category.text(), Figures.count(count), category.meaning());
        }
        table.row("in all", Figures.count(explanation.events()), "");
        table.lines().forEach(out::println);
    }

    private void printEvents(Explanation explanation) {
        List<ExplainedEvent> events = explanation.categories().values().stream()
                .flatMap(listed -> listed.latest().stream())
                .sorted(Comparator.comparing(explained -> explained.event().position()))
                .toList();
        if (!events.isEmpty()) {
            out.println();
            TextTable table = new TextTable(
                    "POSITION", "USER", "EVENT", ">VALUE", "TIME", "GIVEN BY", "PROVIDER", "WHAT BECAME OF IT");
            events.forEach(explained -> table.row(row(explained)));
            table.lines().forEach(out::println);
        }
        for (Category category : Category.values()) {
            ListedEvents listed = explanation.categories().get(category);
            if (listed.more() > 0) {
                out.println("%s more %s, earlier in the log; --limit lists more"
                        .formatted(Figures.count(listed.more()), category.text()));
            }
        }
    }

    private static String[] row(ExplainedEvent explained) {
        SeenEvent event = explained.event();
        String[] cells = {
            event.position().toString(),
            event.userId().map(Shown::text).orElse(NONE),
            event.kind() == SeenEvent.Kind.UNKNOWN ? NONE : event.kind().name().toLowerCase(Locale.ROOT),
            event.value().isPresent() ? decimal(event.value().getAsInt()) : NONE,
            Shown.time(Instant.ofEpochMilli(event.time())),
            event.explicit() ? "event" : "log",
            event.providerId().map(Shown::text).orElse(NONE),
            fate(explained)
        };
        return cells;
    }

    private static String fate(ExplainedEvent explained) {
        String by = explained.by().map(Position::toString).orElse("");
        String fate = explained.category().text();
        if (!by.isEmpty()) {
            fate = switch (explained.category()) {
                case LATE -> fate + ", after " + by;
                case DUPLICATE -> fate + " of " + by;
                default -> fate + " by " + by;
            };
        }
        return fate
                + explained.reason().map(reason -> ": " + Shown.text(reason)).orElse("")
                + explained
                        .event()
                        .origin()
                        .map(origin -> ", a copy of " + Shown.text(origin))
                        .orElse("");
    }

    private void printMean(Explanation explanation) {
        LiveRatings live = explanation.live();
        out.println(live.mean()
                .map(mean -> "mean            %s / %d = %s%s"
                        .formatted(
                                decimal(live.sum()),
                                live.count(),
                                mean.toPlainString(),
                                explanation.question().userId().isPresent() ? ", of all users" : ""))
                .orElse("mean            none, since nobody's rating is counted"));
        explanation
                .score()
                .ifPresentOrElse(
                        score -> printScore(score, explanation),
                        () -> out.println(
                                "weighted score  none: no --prior is given, and %s has no other ratings of the type"
                                        .formatted(explanation.scanned().name())));
    }

    private void printScore(WeightedScore score, Explanation explanation) {
        String minimum = Long.toString(score.minimum());
        out.println("weighted score  v/(v+m)*R + m/(v+m)*C = (%s + %s * %s) / (%d + %s) = %s"
                .formatted(
                        decimal(score.sumHundredths()),
                        minimum,
                        score.prior().toPlainString(),
                        score.count(),
                        minimum,
                        score.value().map(BigDecimal::toPlainString).orElse("none")));
        out.println("                v = %d ratings, R = their mean, m = %s, C = %s, %s"
                .formatted(score.count(), minimum, score.prior().toPlainString(), origin(explanation)));
    }

    private static String origin(Explanation explanation) {
        Question question = explanation.question();
        return explanation
                .ofType()
                .map(ratings -> "the mean of all %s of the type %s in %s"
                        .formatted(
                                Figures.count(ratings.count(), "live rating"),
                                question.record().type(),
                                explanation.scanned().name()))
                .orElse("as given");
    }

    private static String decimal(long hundredths) {
        return Hundredths.toDecimal(hundredths).toPlainString();
    }
}
