package com.movieexample.launcher.topics;

import com.movieexample.api.v1.ViewDescription;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far one view of a process is.
 *
 * @param topic whose offsets its progress is in
 * @param partitions those that the process holds, ascending
 */
record ViewFigures(String name, String topic, String state, String detail, List<PartitionLag> partitions) {
    /**
     * How far it is in one partition.
     *
     * @param watermark the next offset that it does not include
     * @param lag how many offsets lie between that and the stable end; empty where the log has no such partition
     */
    record PartitionLag(int partition, long watermark, OptionalLong lag) {}

    /** @param topics read before the view was asked, so that what came in between does not count as lag */
    static ViewFigures of(ViewDescription view, List<TopicFigures> topics) {
        Map<Integer, Long> ends = ends(view.getTopic(), topics);
        List<PartitionLag> partitions = new TreeMap<>(view.getWatermarksMap())
                .entrySet().stream()
                        .map(watermark -> new PartitionLag(
                                watermark.getKey(),
                                watermark.getValue(),
                                lag(ends.get(watermark.getKey()), watermark.getValue())))
                        .toList();
        return new ViewFigures(view.getName(), view.getTopic(), view.getState(), view.getDetail(), partitions);
    }

    private static Map<Integer, Long> ends(String topic, List<TopicFigures> topics) {
        return topics.stream()
                .filter(figures -> figures.name().equals(topic))
                .flatMap(figures -> figures.partitions().stream())
                .collect(Collectors.toMap(PartitionFigures::partition, PartitionFigures::end));
    }

    private static OptionalLong lag(Long end, long watermark) {
        return end == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, end - watermark));
    }

    /** Over all its partitions; empty where it is not known of one, or it holds none. */
    OptionalLong lag() {
        boolean known = !partitions.isEmpty()
                && partitions.stream().allMatch(partition -> partition.lag().isPresent());
        return known
                ? OptionalLong.of(partitions.stream()
                        .mapToLong(partition -> partition.lag().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }
}
