package com.movieexample.topics.view;

import com.movieexample.api.Position;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the partitions of some topics end, asked of the cluster twice a second. Owns its client and its thread;
 * thread-safe.
 */
public final class LogEnds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogEnds.class);

    private static final long ASKS_EVERY_MS = 500;
    private static final long BELIEVED_FOR_NS = TimeUnit.SECONDS.toNanos(5);

    private final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    private final Admin admin;
    private final ScheduledExecutorService thread;
    private final Map<TopicPartition, EndHistory> histories = new HashMap<>();
    private volatile Ends known = new Ends(Map.of(), 0);

    private record Ends(Map<TopicPartition, Long> offsets, long askedAt) {}

    public LogEnds(KafkaClients clients, String clientId, Collection<TopicDefinition<?, ?>> topics) {
        topics.forEach(topic -> IntStream.range(0, topic.partitions())
                .forEach(partition -> latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest())));
        latest.keySet().forEach(partition -> histories.put(partition, new EndHistory()));
        this.admin = clients.admin(clientId);
        this.thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread asking = new Thread(run, clientId);
            asking.setDaemon(true);
            return asking;
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void start() {
        thread.scheduleWithFixedDelay(this::ask, 0, ASKS_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** A question that fails is asked again; until then its answer ages. */
    private void ask() {
        long askedAt = System.nanoTime();
        try {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> offsets.put(partition, end.offset()));
            known = new Ends(offsets, askedAt);
            offsets.forEach((partition, end) -> histories.get(partition).add(end, askedAt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException e) {
            // Readers are told that the end is not known; the health of the process says why.
            log.debug("the ends of the log are not known: {}", e.getMessage());
        }
    }

    /** The offset after the last record that readers may see; empty if the cluster has not said for some seconds. */
    public OptionalLong stableEnd(String topic, int partition) {
        Ends ends = known;
        Long end = ends.offsets.get(new TopicPartition(topic, partition));
        return end == null || System.nanoTime() - ends.askedAt > BELIEVED_FOR_NS
                ? OptionalLong.empty()
                : OptionalLong.of(end);
    }

    /**
     * How long ago a view had all of a partition that readers may see.
     *
     * @param next the first offset that it does not include
     * @return empty if that was not since these ends are asked for
     */
    Optional<Duration> age(String topic, int partition, long next) {
        return histories.get(new TopicPartition(topic, partition)).age(next, System.nanoTime());
    }

    /** Whether the log is already known to have a position; it may have one that is not. */
    boolean isKnown(Position position) {
        Long end = known.offsets.get(new TopicPartition(position.topic(), position.partition()));
        return end != null && position.offset() < end;
    }

    /**
     * Asks for the offset after the last record, whether readers may see it yet or not. Done on a thread that must not
     * be held up; fails as Kafka's admin client fails.
     */
    CompletableFuture<Long> askEnd(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(end -> end.offset());
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
