package com.movieexample.ingester.explain;

import com.movieexample.api.Freshness;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.explain.Explanation;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.Scanned;
import com.movieexample.topics.view.Answer;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** What may be asked for, and which part of the log the answer reflects. Thread-safe. */
public final class ExplanationController {
    /** So that an answer has a bound; the command has none. */
    static final int MAX_LIMIT = 1_000;

    private final ExplanationRepository explanations;

    public ExplanationController(ExplanationRepository explanations) {
        this.explanations = explanations;
    }

    /** @param seen what the caller has seen must be part of the answer */
    CompletableFuture<Answer<Explanation>> explain(Question question, Positions seen) {
        return explanations.explain(question).thenApply(explanation -> {
            requireSeen(seen, explanation.scanned());
            return new Answer<>(explanation, freshness(explanation.scanned()));
        });
    }

    private static void requireSeen(Positions seen, Scanned scanned) {
        Long offset = seen.in(scanned.topic()).get(scanned.partition());
        if (offset != null && offset >= scanned.end()) {
            throw ServiceException.timeout("%s is not to be read in the log yet, which ends at offset %d for readers"
                    .formatted(new Position(scanned.topic(), scanned.partition(), offset), scanned.end()));
        }
    }

    private static Freshness freshness(Scanned scanned) {
        return Freshness.of(scanned.topic(), scanned.partition(), scanned.end(), OptionalLong.of(scanned.end()));
    }
}
