package com.movieexample.topics.deadletters;

import com.movieexample.api.Position;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a list says of a dead letter; its bytes would be too much of many.
 *
 * @param logTime when the log took the event
 * @param reason as it was written, whatever a foreign client brought into it
 */
public record DeadLetterSummary(Position origin, Instant logTime, String reason)
        implements Comparable<DeadLetterSummary> {
    private static final Comparator<DeadLetterSummary> BY_TIME =
            Comparator.comparing(DeadLetterSummary::logTime).thenComparing(DeadLetterSummary::origin);

    static DeadLetterSummary of(DeadLetter letter) {
        return new DeadLetterSummary(letter.origin(), Instant.ofEpochMilli(letter.logTime()), letter.reason());
    }

    /** The latest last. */
    @Override
    public int compareTo(DeadLetterSummary other) {
        return BY_TIME.compare(this, other);
    }
}
