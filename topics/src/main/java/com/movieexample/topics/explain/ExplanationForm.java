package com.movieexample.topics.explain;

import com.movieexample.api.Hundredths;
import com.movieexample.api.Position;
import com.movieexample.api.WeightedScore;
import com.movieexample.api.json.ExplanationJson;
import com.movieexample.api.json.LogTotalsJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Explanations as JSON. */
public final class ExplanationForm {
    private ExplanationForm() {}

    public static ExplanationJson of(Explanation explanation) {
        Question question = explanation.question();
        Scanned scanned = explanation.scanned();
        LiveRatings live = explanation.live();
        return new ExplanationJson(
                question.record().type(),
                question.record().id(),
                question.userId().orElse(null),
                new ExplanationJson.Scanned(
                        scanned.topic(), scanned.partition(), scanned.from(), scanned.end(), scanned.events()),
                explanation.events(),
                Arrays.stream(Category.values())
                        .map(category -> of(category, explanation.categories().get(category)))
                        .toList(),
                new ExplanationJson.MeanJson(
                        live.count(),
                        Hundredths.toDecimal(live.sum()),
                        live.mean().orElse(null)),
                explanation.score().map(score -> of(score, explanation)).orElse(null));
    }

    private static ExplanationJson.CategoryJson of(Category category, ListedEvents events) {
        return new ExplanationJson.CategoryJson(
                category.text(),
                events.count(),
                events.more(),
                events.latest().stream().map(ExplanationForm::of).toList());
    }

    private static ExplanationJson.EventJson of(ExplainedEvent explained) {
        SeenEvent event = explained.event();
        return new ExplanationJson.EventJson(
                event.position().toString(),
                event.userId().orElse(null),
                event.kind() == SeenEvent.Kind.UNKNOWN
                        ? null
                        : event.kind().name().toLowerCase(Locale.ROOT),
                event.value().isPresent() ? Hundredths.toDecimal(event.value().getAsInt()) : null,
                Instant.ofEpochMilli(event.time()),
                event.explicit(),
                event.providerId().orElse(null),
                event.origin().orElse(null),
                explained.category().text(),
                explained.by().map(Position::toString).orElse(null),
                explained.reason().orElse(null));
    }

    private static ExplanationJson.WeightedScoreJson of(WeightedScore score, Explanation explanation) {
        return new ExplanationJson.WeightedScoreJson(
                score.value().orElse(null),
                score.minimum(),
                score.prior(),
                explanation.ofType().isPresent() ? "partition" : "request",
                explanation.ofType().map(LiveRatings::count).orElse(null),
                explanation
                        .ofType()
                        .map(live -> Hundredths.toDecimal(live.sum()))
                        .orElse(null));
    }

    public static LogTotalsJson of(LogTotals totals) {
        return new LogTotalsJson(
                totals.events(),
                Arrays.stream(Category.values())
                        .map(category -> new LogTotalsJson.CategoryJson(
                                category.text(),
                                totals.ofRecords().get(category),
                                totals.ofNone().get(category)))
                        .toList());
    }
}
