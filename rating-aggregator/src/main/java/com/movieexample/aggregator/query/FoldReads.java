package com.movieexample.aggregator.query;

import com.movieexample.aggregator.instances.PartitionReads;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.topics.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * How one generation is read. Thread-safe.
 *
 * @param stores of this instance
 * @param positioned reads them once they include what the caller has seen
 * @param everywhere asks the instances that have a partition
 * @param answered how far answers from it have reached
 * @param before those from the generation that was answered from before, if any
 */
public record FoldReads(
        int generation,
        RatingsRepository stores,
        PositionedReads positioned,
        PartitionReads everywhere,
        AnsweredOffsets answered,
        AtomicReference<Optional<AnsweredOffsets>> before) {
    /** To be called before anybody is answered from it in place of another one. */
    public void follows(FoldReads other) {
        before.set(Optional.of(other.answered));
    }

    Set<Integer> partitionsOf(List<RecordKey> records) {
        return records.stream().map(stores::partitionOf).collect(Collectors.toSet());
    }

    /** What an answer must have seen beside what its caller has, so that none is older than one before. */
    Positions answeredBefore(Collection<Integer> partitions) {
        return before.get().map(other -> other.beyond(answered, partitions)).orElse(Positions.NONE);
    }

    void answering(List<PartitionReach> reached) {
        answered.note(reached);
    }
}
