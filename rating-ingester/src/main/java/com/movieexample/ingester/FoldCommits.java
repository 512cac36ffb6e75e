package com.movieexample.ingester;

import com.movieexample.api.Position;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.topics.Topics;
import com.movieexample.topics.generations.LiveGeneration;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.Progress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the live generation's fold has committed, asked of Kafka while somebody waits for it: what the offsets of its
 * group have passed is in the ratings view for good. Owns its client and its threads; thread-safe.
 */
final class FoldCommits implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FoldCommits.class);
    /** A commit comes every 100 ms. */
    private static final long ASKS_EVERY_MS = 20;

    private final String topic;
    private final Topics topics;
    private final LiveGeneration live;
    private final Admin admin;
    /** Whose commits are known; used by the thread that asks. */
    private int generation;

    private final Progress committed = new Progress();
    private final AtomicInteger waiting = new AtomicInteger();
    /** One asks, which may take long; the other one tells who has waited for too long. */
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2, run -> {
        Thread thread = new Thread(run, "fold-commits");
        thread.setDaemon(true);
        return thread;
    });

    /** @param live not owned */
    FoldCommits(MarqueeLog log, LiveGeneration live) {
        this.topic = log.topics().ratings().name();
        this.topics = log.topics();
        this.live = live;
        this.generation = log.generation();
        this.admin = log.clients().admin("ingester-fold-commits");
        threads.setRemoveOnCancelPolicy(true);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the threads
    void start() {
        threads.scheduleWithFixedDelay(this::ask, 0, ASKS_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        if (waiting.get() == 0) {
            return;
        }
        String group = topics.applicationId(liveGeneration());
        try {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach(this::advance);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException e) {
            // Whoever waits for too long is told so.
            log.debug("the offsets of {} are not known: {}", group, e.getMessage());
        }
    }

    /** What one generation's fold has committed another one's may still lack. */
    private int liveGeneration() {
        int now = live.get().generation();
        if (now != generation) {
            generation = now;
            committed.reset();
        }
        return now;
    }

    private void advance(TopicPartition partition, OffsetAndMetadata next) {
        if (next != null && partition.topic().equals(topic)) {
            committed.advance(partition.partition(), next.offset());
        }
    }

    /** Done once the fold has committed what stands at a position of {@code ratings}. */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows its end can't fail
    CompletableFuture<Void> past(Position position, Duration timeout) {
        CompletableFuture<Void> passed = committed.past(position.partition(), position.offset());
        if (passed.isDone()) {
            return passed;
        }
        waiting.incrementAndGet();
        ScheduledFuture<?> end = threads.schedule(
                () -> passed.completeExceptionally(
                        new PositionNotReachedException(position, committed.of(position.partition()), timeout)),
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        passed.whenComplete((done, failure) -> {
            end.cancel(false);
            waiting.decrementAndGet();
        });
        return passed;
    }

    @Override
    public void close() {
        committed.close();
        threads.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
