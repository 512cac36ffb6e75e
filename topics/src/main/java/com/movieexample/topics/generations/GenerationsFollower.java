package com.movieexample.topics.generations;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the control topic, so that a process learns without a restart which generation is live, which is in the making
 * and which is retired. While Kafka is away what was known stands. Owns its thread and its consumer; thread-safe.
 */
public final class GenerationsFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GenerationsFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MS = 500;

    private final String name;
    private final MarqueeLog marqueeLog;
    private final TopicDefinition<String, Generation> control;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private GenerationSet known = GenerationSet.NONE;

    /** Told of all generations whenever one has changed, on the follower's thread. */
    @FunctionalInterface
    public interface Listener {
        void changed(GenerationSet generations);
    }

    /** @param name of the service, for logs and threads */
    public GenerationsFollower(String name, MarqueeLog log, Listener listener) {
        this.name = name + "-generations";
        this.marqueeLog = log;
        this.control = log.topics().control();
        this.listener = listener;
        this.thread = new Thread(this::run, this.name);
        thread.setDaemon(true);
    }

    /** Tells the listener of the generation that the log was opened with before it returns; of others once it knows. */
    public void start() {
        publish(GenerationSet.NONE.with(List.of(marqueeLog.live())));
        thread.start();
    }

    private void run() {
        while (!isClosed()) {
            try (Consumer<byte[], byte[]> consumer = marqueeLog.clients().readCommitted(name)) {
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                log.debug("{} was told to stop", name);
            } catch (KafkaException e) {
                log.warn("{} can't read topic {} and will try again: {}", name, control.name(), e.getMessage());
                pause();
            }
        }
    }

    /** From the beginning, of which nobody is told until all that is there was read: it would be of the past. */
    private void follow(Consumer<byte[], byte[]> consumer) {
        TopicPartition partition = new TopicPartition(control.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        GenerationSet read = GenerationSet.NONE;
        while (!isClosed()) {
            read = read.with(changed(consumer.poll(POLL)));
            if (consumer.position(partition) >= end && !read.equals(known)) {
                publish(read);
            }
        }
    }

    private List<Generation> changed(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Generation> changed = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Generations.read(control, record).ifPresent(changed::add);
            } catch (RuntimeException e) {
                log.warn("{} passes over {}@{}, which it can't read", name, control.name(), record.offset(), e);
            }
        }
        return changed;
    }

    private void publish(GenerationSet now) {
        known = now;
        try {
            listener.changed(now);
        } catch (RuntimeException e) {
            log.error("{}: what follows from a change of generations failed", name, e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
