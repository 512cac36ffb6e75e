package com.movieexample.topics.explain;

import com.movieexample.api.Position;
import java.util.Optional;

/**
 * An event, and what became of it.
 *
 * @param by the event that took its place, or that was there before it
 * @param reason why it is bad or misplaced, for people
 */
public record ExplainedEvent(SeenEvent event, Category category, Optional<Position> by, Optional<String> reason) {
    static ExplainedEvent standing(Standing standing) {
        return new ExplainedEvent(
                standing.event(), Category.standing(standing.version()), Optional.empty(), Optional.empty());
    }

    static ExplainedEvent because(SeenEvent event, Category category, SeenEvent by) {
        return new ExplainedEvent(event, category, Optional.of(by.position()), Optional.empty());
    }

    static ExplainedEvent passedOver(SeenEvent event, Category category, String reason) {
        return new ExplainedEvent(event, category, Optional.empty(), Optional.of(reason));
    }
}
