package com.movieexample.ingester.router;

import com.movieexample.runtime.health.CheckResult;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the router has come, and what keeps it. Written by its thread, read by any. */
final class RouterProgress {
    /** So many that it is not just the moment between an event and the next look. */
    private static final long BEHIND = 10_000;

    private final Map<Integer, Long> watermarks = new ConcurrentHashMap<>();
    private volatile long lag;
    private volatile Optional<String> failure = Optional.empty();

    /** Of a partition that this router was given, before it does anything with it. */
    void startsAt(TopicPartition partition, long offset) {
        watermarks.put(partition.partition(), offset);
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, next) -> watermarks.put(partition.partition(), next.offset()));
    }

    void left(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> watermarks.remove(partition.partition()));
    }

    void lagsBehind(long events) {
        lag = events;
    }

    void failed(String reason) {
        failure = Optional.of(reason);
    }

    void recovered() {
        failure = Optional.empty();
    }

    Map<Integer, Long> watermarks() {
        return Map.copyOf(watermarks);
    }

    long lag() {
        return lag;
    }

    /** Never worse than degraded: ratings are taken and read without the router. */
    CheckResult check() {
        return failure.map(
                        reason -> CheckResult.degraded("misplaced and bad events wait, the router failed: " + reason))
                .orElseGet(this::checkLag);
    }

    private CheckResult checkLag() {
        long behind = lag;
        return behind < BEHIND
                ? CheckResult.ok()
                : CheckResult.degraded(
                        "misplaced and bad events wait, the router is %,d events behind".formatted(behind));
    }
}
