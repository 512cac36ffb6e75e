package com.movieexample.topics.explain;

/**
 * What was read of the log.
 *
 * @param from the first offset that the partition still has
 * @param end the offset after the last one that readers could see when it was asked for
 * @param events how many were read
 */
public record Scanned(String topic, int partition, long from, long end, long events) {
    /** {@code ratings/3}. */
    public String name() {
        return topic + '/' + partition;
    }
}
