package com.movieexample.ingester;

import com.movieexample.api.Freshness;
import com.movieexample.api.v1.PartitionReach;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Makes of what an aggregator says of its partitions what callers are told. */
record Reach(String ratingsTopic) {
    Freshness freshness(PartitionReach reach) {
        return freshness(List.of(reach));
    }

    /** Of several answers from one partition the oldest counts: the whole of them reflects no more. */
    Freshness freshness(Collection<PartitionReach> reaches) {
        Map<Integer, PartitionReach> oldest = new TreeMap<>();
        reaches.forEach(reach ->
                oldest.merge(reach.getPartition(), reach, (a, b) -> a.getNextOffset() <= b.getNextOffset() ? a : b));
        return oldest.values().stream().map(this::ofPartition).reduce(Freshness.NONE, Freshness::and);
    }

    private Freshness ofPartition(PartitionReach reach) {
        OptionalLong end = reach.hasLogEnd() ? OptionalLong.of(reach.getLogEnd()) : OptionalLong.empty();
        Freshness freshness = Freshness.of(ratingsTopic, reach.getPartition(), reach.getNextOffset(), end);
        return reach.getGeneration() == 0 ? freshness : freshness.from(reach.getGeneration());
    }
}
