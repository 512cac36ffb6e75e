package com.movieexample.query;

import com.movieexample.api.v1.Checkpoints;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.ViewKeys;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a copy of the ratings view says of its own digests, now and in the past. Owns nothing; not thread-safe.
 *
 * @param reader finds the value of a key
 * @param partitions those that are asked for
 */
record ViewDigests(Function<byte[], Optional<byte[]>> reader, Set<Integer> partitions) {
    /** The watermark of each partition that has one. */
    Map<Integer, Watermark> watermarks() {
        Map<Integer, Watermark> found = new HashMap<>();
        partitions.forEach(partition ->
                watermark(ViewKeys.watermark(partition)).ifPresent(watermark -> found.put(partition, watermark)));
        return found;
    }

    /** The checkpoints of each partition, ascending by offset. */
    Map<Integer, Checkpoints> checkpoints() {
        Map<Integer, Checkpoints> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, checkpointsOf(partition)));
        return found;
    }

    private Checkpoints checkpointsOf(int partition) {
        Checkpoints.Builder checkpoints = Checkpoints.newBuilder();
        ViewKeys.checkpoints(partition).stream()
                .flatMap(key -> watermark(key).stream())
                // The slots are taken in turn, over and over.
                .sorted(Comparator.comparingLong(Watermark::getNextOffset))
                .forEach(checkpoints::addCheckpoints);
        return checkpoints.build();
    }

    private Optional<Watermark> watermark(byte[] key) {
        return reader.apply(key).map(RatingsView::watermark);
    }
}
