package com.movieexample.topics.explain;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Counts events of one partition and keeps those of the highest offsets, in whatever order they come: what is superseded
 * first need not have come first. Not thread-safe.
 */
final class LatestEvents {
    private static final Comparator<ExplainedEvent> BY_POSITION =
            Comparator.comparing(explained -> explained.event().position());

    private final int limit;
    private final Queue<ExplainedEvent> earliestFirst = new PriorityQueue<>(BY_POSITION);
    private long count;

    LatestEvents(int limit) {
        this.limit = limit;
    }

    void add(ExplainedEvent event) {
        count++;
        earliestFirst.add(event);
        if (earliestFirst.size() > limit) {
            earliestFirst.remove();
        }
    }

    ListedEvents listed() {
        return new ListedEvents(
                count, earliestFirst.stream().sorted(BY_POSITION).toList());
    }
}
