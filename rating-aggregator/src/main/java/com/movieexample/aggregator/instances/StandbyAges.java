package com.movieexample.aggregator.instances;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of this instance's copies of partitions are fresh, by what Kafka Streams says once in a while of their changelogs.
 * Owns its thread; thread-safe.
 */
public final class StandbyAges implements IntPredicate, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StandbyAges.class);
    private static final long ASKS_EVERY_MS = 500;

    private final Supplier<KafkaStreams> streams;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread asking = new Thread(run, "standby-ages");
        asking.setDaemon(true);
        return asking;
    });
    private final Map<Changelog, CopyAge> ages = new HashMap<>();
    private volatile Answers answers = new Answers(null, Map.of(), Map.of());

    private record Changelog(String store, int partition) {}

    /**
     * Of each partition that any store is here of, whether all of its stores are fresh. The answer before stands for a
     * partition that the last one leaves out: a copy that becomes the owner's is nowhere for a moment, but complete.
     *
     * @param of the application that was asked
     */
    private record Answers(KafkaStreams of, Map<Integer, Boolean> last, Map<Integer, Boolean> before) {
        private Answers and(KafkaStreams asked, Map<Integer, Boolean> next) {
            return new Answers(asked, next, asked == of ? last : Map.of());
        }

        private boolean isFresh(int partition) {
            return last.getOrDefault(partition, before.getOrDefault(partition, false));
        }
    }

    public StandbyAges(Supplier<KafkaStreams> streams) {
        this.streams = streams;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void start() {
        thread.scheduleWithFixedDelay(this::ask, 0, ASKS_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** While Kafka does not answer the last answer stands: no changelog grows then. */
    private void ask() {
        KafkaStreams running = streams.get();
        if (running == null) {
            return;
        }
        try {
            long askedAt = System.nanoTime();
            Map<Integer, Boolean> fresh = new HashMap<>();
            running.allLocalStorePartitionLags()
                    .forEach((store, partitions) -> partitions.forEach((partition, lag) -> fresh.merge(
                            partition,
                            ages.computeIfAbsent(new Changelog(store, partition), first -> new CopyAge())
                                    .isFresh(lag.currentOffsetPosition(), lag.endOffsetPosition(), askedAt),
                            Boolean::logicalAnd)));
            answers = answers.and(running, Map.copyOf(fresh));
        } catch (KafkaException | IllegalStateException e) {
            log.debug("the ages of the standbys are not known: {}", e.getMessage());
        }
    }

    /** Whether a partition's copy is complete, but for what came a moment ago. */
    @Override
    public boolean test(int partition) {
        return answers.isFresh(partition);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
