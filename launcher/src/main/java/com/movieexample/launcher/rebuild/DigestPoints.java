package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.GetViewDigestsResponse;
import com.movieexample.api.v1.Watermark;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The digests that a generation was seen to have, by partition and next offset. Not thread-safe. */
final class DigestPoints {
    private final Map<Integer, NavigableMap<Long, Long>> byPartition = new TreeMap<>();

    void add(GetViewDigestsResponse seen) {
        seen.getWatermarksMap().forEach(this::add);
        seen.getCheckpointsMap()
                .forEach((partition, checkpoints) ->
                        checkpoints.getCheckpointsList().forEach(checkpoint -> add(partition, checkpoint)));
    }

    private void add(int partition, Watermark watermark) {
        byPartition
                .computeIfAbsent(partition, first -> new TreeMap<>())
                .put(watermark.getNextOffset(), watermark.getDigest());
    }

    /** Offsets of a partition at which both were seen. */
    NavigableSet<Long> common(DigestPoints other, int partition) {
        NavigableSet<Long> common = new TreeSet<>(of(partition).keySet());
        common.retainAll(other.of(partition).keySet());
        return common;
    }

    NavigableMap<Long, Long> of(int partition) {
        return byPartition.getOrDefault(partition, new TreeMap<>());
    }
}
