package com.movieexample.aggregator.query;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.PartitionReach;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far the answers that this instance gave from one generation have reached, so that the first ones from the next
 * generation reach no less far. Thread-safe.
 */
public final class AnsweredOffsets {
    private final String topic;
    private final AtomicLongArray next;

    /** @param topic the name of {@code ratings} */
    public AnsweredOffsets(String topic, int partitions) {
        this.topic = topic;
        this.next = new AtomicLongArray(partitions);
    }

    /** Notes what an answer reached, before it is given. */
    void note(Collection<PartitionReach> reached) {
        for (PartitionReach reach : reached) {
            long offset = reach.getNextOffset();
            if (offset > next.get(reach.getPartition())) {
                next.accumulateAndGet(reach.getPartition(), offset, Math::max);
            }
        }
    }

    /** What an answer from some partitions must have seen so as not to go back, where these others are not as far. */
    Positions beyond(AnsweredOffsets others, Collection<Integer> partitions) {
        List<Position> beyond = partitions.stream()
                .filter(partition -> next.get(partition) > others.next.get(partition))
                .map(partition -> new Position(topic, partition, next.get(partition) - 1))
                .toList();
        return beyond.isEmpty() ? Positions.NONE : Positions.of(beyond);
    }
}
