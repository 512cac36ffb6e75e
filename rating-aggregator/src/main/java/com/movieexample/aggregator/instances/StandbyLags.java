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
 * How much this instance's copies lack of their changelogs, asked of Kafka Streams once in a while. A copy that is still
 * being restored lacks whole records and must not answer; one that follows lacks what came a moment ago. Owns its thread;
 * thread-safe.
 */
public final class StandbyLags implements IntPredicate, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StandbyLags.class);
    private static final long ASKS_EVERY_MS = 500;

    /**
     * As many records as Kafka Streams, too, allows a copy that is to take over at once. The log cleaner leaves alone what
     * is so new, so nothing of it is missing.
     */
    private static final long MOST = 10_000;

    private final Supplier<KafkaStreams> streams;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread asking = new Thread(run, "standby-lags");
        asking.setDaemon(true);
        return asking;
    });
    private volatile Answers answers = new Answers(null, Map.of(), Map.of());

    /**
     * Of each partition that any store is here of, the greatest of its stores' lags. The answer before stands for a
     * partition that the last one leaves out: a copy that becomes the owner's is nowhere for a moment, but complete.
     *
     * @param of the application that was asked
     */
    private record Answers(KafkaStreams of, Map<Integer, Long> last, Map<Integer, Long> before) {
        private Answers and(KafkaStreams asked, Map<Integer, Long> next) {
            return new Answers(asked, next, asked == of ? last : Map.of());
        }

        private long lag(int partition) {
            return last.getOrDefault(partition, before.getOrDefault(partition, Long.MAX_VALUE));
        }
    }

    public StandbyLags(Supplier<KafkaStreams> streams) {
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
            Map<Integer, Long> greatest = new HashMap<>();
            running.allLocalStorePartitionLags()
                    .values()
                    .forEach(store ->
                            store.forEach((partition, lag) -> greatest.merge(partition, lag.offsetLag(), Math::max)));
            answers = answers.and(running, Map.copyOf(greatest));
        } catch (KafkaException | IllegalStateException e) {
            log.debug("the lags of the standbys are not known: {}", e.getMessage());
        }
    }

    /** Whether a partition's copy is complete, or nearly so. */
    @Override
    public boolean test(int partition) {
        return answers.lag(partition) <= MOST;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
