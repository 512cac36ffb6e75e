package com.movieexample.topics.explain;

import java.util.List;

/**
 * The events of one category.
 *
 * @param count how many there are
 * @param latest those of the highest offsets, as many as were asked for, ascending
 */
public record ListedEvents(long count, List<ExplainedEvent> latest) {
    public ListedEvents {
        latest = List.copyOf(latest);
    }

    /** How many are not listed. */
    public long more() {
        return count - latest.size();
    }
}
