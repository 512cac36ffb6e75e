package com.movieexample.ingester.router;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the routers' group, from joining it to the first failure. An offset is committed when all that came
 * of the events before it has arrived, so an event may be routed twice and never not at all; a copy counts once by the
 * total order, a dead letter stands once by its key. Owns both clients; used by one thread.
 */
final class RouterSession implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RouterSession.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(3);
    private static final long COMMIT_INTERVAL_NS = Duration.ofSeconds(1).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Deliveries deliveries;
    private final Routes routes;
    private final RouterProgress progress;
    /** Everything before these was sent, and is not committed yet. */
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();

    private long committedAt = System.nanoTime();
    private boolean closing;

    RouterSession(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            Routes routes,
            RouterProgress progress,
            RouterMetrics metrics) {
        this.consumer = consumer;
        this.producer = producer;
        this.deliveries = new Deliveries(producer, outgoing -> metrics.count(outgoing.outcome()));
        this.routes = routes;
        this.progress = progress;
    }

    void join(String topic) {
        consumer.subscribe(List.of(topic), this);
    }

    /** Routes what there is, and commits about once a second. */
    void routeSome() {
        ConsumerRecords<byte[], byte[]> events = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> event : events) {
            routes.of(event).ifPresent(deliveries::send);
        }
        next.putAll(events.nextOffsets());
        boolean lagKnown = observeLag();
        if (System.nanoTime() - committedAt > COMMIT_INTERVAL_NS) {
            commit();
            if (lagKnown) {
                progress.recovered();
            }
        }
    }

    void commit() {
        Map<TopicPartition, OffsetAndMetadata> reached = Map.copyOf(next);
        next.clear();
        deliveries.await();
        if (!reached.isEmpty()) {
            consumer.commitSync(reached, ANSWERED_WITHIN);
            progress.committed(reached);
        }
        committedAt = System.nanoTime();
    }

    /** False until the broker has told of each partition where it ends. */
    private boolean observeLag() {
        long behind = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong left = consumer.currentLag(partition);
            if (left.isEmpty()) {
                return false;
            }
            behind += left.getAsLong();
        }
        progress.lagsBehind(behind);
        return consumer.groupMetadata().generationId() >= 0;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> progress.startsAt(partition, consumer.position(partition, ANSWERED_WITHIN)));
    }

    /** Whoever has them next starts where this router commits here. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!closing) {
            commit();
        }
        progress.left(partitions);
    }

    /** Somebody else has them already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
        progress.left(partitions);
    }

    /** Nothing is waited for: what was not committed is routed again. */
    @Override
    public void close() {
        // A failure here would keep the consumer from leaving its group, and others would wait for it.
        closing = true;
        try {
            consumer.close(CloseOptions.timeout(CLOSED_WITHIN));
        } catch (KafkaException e) {
            log.debug("the router did not leave its group in order", e);
        } finally {
            producer.close(Duration.ZERO);
        }
    }
}
