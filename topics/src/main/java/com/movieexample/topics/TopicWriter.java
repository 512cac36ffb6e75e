package com.movieexample.topics;

import com.movieexample.api.LogUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/** Appends to one topic. Owns its producer; thread-safe. */
public final class TopicWriter<V> implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final TopicDefinition<String, V> topic;
    private final Producer<String, V> producer;
    private final Supplier<Optional<String>> whyAway;

    /** For a program that rather waits than gives up. */
    public TopicWriter(KafkaClients clients, String clientId, TopicDefinition<String, V> topic) {
        this(topic, clients.producer(clientId, topic, WritePatience.PATIENT), Optional::empty);
    }

    /**
     * For a service: somebody waits for the answer.
     *
     * @param whyAway says that it is no use to write to Kafka now; empty while it may be
     */
    public TopicWriter(
            KafkaClients clients,
            String clientId,
            TopicDefinition<String, V> topic,
            Supplier<Optional<String>> whyAway) {
        this(topic, clients.producer(clientId, topic, WritePatience.PROMPT), whyAway);
    }

    private TopicWriter(
            TopicDefinition<String, V> topic, Producer<String, V> producer, Supplier<Optional<String>> whyAway) {
        this.topic = topic;
        this.producer = producer;
        this.whyAway = whyAway;
    }

    /**
     * Appends a record, null for a tombstone. The position comes once all in-sync replicas have the record;
     * {@link LogUnavailableException} if that is not known in time, which says whether the log may hold it all the same.
     * A full buffer, or a cluster that was never reached, holds up the caller for as long as the patience says. Writes
     * that come while Kafka is away would but pile up until each has run out of time: they fail at once.
     */
    public CompletableFuture<Appended> append(String key, V value) {
        return append(key, value, List.of());
    }

    /** The same with headers. */
    public CompletableFuture<Appended> append(String key, V value, Iterable<Header> headers) {
        return whyAway.get()
                .map(why -> CompletableFuture.<Appended>failedFuture(
                        LogUnavailableException.notSent(topic.name(), why, null)))
                .orElseGet(() -> send(key, value, headers));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private CompletableFuture<Appended> send(String key, V value, Iterable<Header> headers) {
        CompletableFuture<Appended> appended = new CompletableFuture<>();
        // Placed here, and not by the producer, so that no setting passed through can place it elsewhere.
        byte[] keyBytes = topic.keySerde().serializer().serialize(topic.name(), key);
        int partition = Partitioning.partitionOf(keyBytes, topic.partitions());
        Thread caller = Thread.currentThread();
        try {
            producer.send(new ProducerRecord<>(topic.name(), partition, key, value, headers), (metadata, failure) -> {
                if (failure == null) {
                    appended.complete(Appended.of(metadata));
                } else {
                    // What the producer refuses it says on this thread; once it has taken a record it says on its own
                    // thread what became of it, and does not tell one that waited all the time from one that was sent.
                    boolean taken = Thread.currentThread() != caller;
                    appended.completeExceptionally(taken ? unconfirmed(failure) : notSent(failure));
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // The latter is what a producer says that was closed.
            appended.completeExceptionally(notSent(e));
        }
        return appended;
    }

    private LogUnavailableException unconfirmed(Exception failure) {
        return LogUnavailableException.unconfirmed(topic.name(), failure);
    }

    private LogUnavailableException notSent(Exception failure) {
        return LogUnavailableException.notSent(topic.name(), failure.getMessage(), failure);
    }

    /** For binding its metrics. */
    public Producer<String, V> producer() {
        return producer;
    }

    /** Waits for writes under way, but not for as long as they may wait for a broker that is gone. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
