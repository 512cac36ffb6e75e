package com.movieexample.launcher.topics;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one topic holds.
 *
 * @param allPartitions how many it has
 * @param partitions those that have a leader to ask, ascending by number
 */
record TopicFigures(String name, boolean compacted, int allPartitions, List<PartitionFigures> partitions) {
    /** As {@link PartitionFigures#offsets()}. */
    long offsets() {
        return partitions.stream().mapToLong(PartitionFigures::offsets).sum();
    }

    /** Empty where it is not known of every partition. */
    OptionalLong bytes() {
        return partitions.stream().allMatch(partition -> partition.bytes().isPresent())
                ? OptionalLong.of(partitions.stream()
                        .mapToLong(partition -> partition.bytes().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }
}
