package com.movieexample.topics.view;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The ends that a consumer's partitions had at one moment. A consumer that has come to them has seen all that there
 * was then. To ask for them is also the way to learn that the cluster is away: polls say nothing of it.
 *
 * @param seenAt ms since 1970
 * @param seenAtNanos the same moment on the clock that never goes back
 */
record Horizon(Map<TopicPartition, Long> ends, long seenAt, long seenAtNanos) {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(5);

    /** Fails with Kafka's timeout exception when the cluster does not answer. */
    static Horizon of(Consumer<?, ?> consumer, long now) {
        return new Horizon(consumer.endOffsets(consumer.assignment(), ANSWERED_WITHIN), now, System.nanoTime());
    }

    boolean isReached(Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Whether it is a few seconds old. */
    boolean isOld() {
        return System.nanoTime() - seenAtNanos > LOOKS_AGAIN_AFTER.toNanos();
    }
}
