package com.movieexample.topics;

import com.movieexample.api.LogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Appends to one topic. Owns its producer; thread-safe. */
public final class TopicWriter<V> implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final TopicDefinition<String, V> topic;
    private final Producer<String, V> producer;

    public TopicWriter(KafkaClients clients, String clientId, TopicDefinition<String, V> topic) {
        this.topic = topic;
        this.producer = clients.producer(clientId, topic);
    }

    /**
     * Appends a record, null for a tombstone. The position comes once all in-sync replicas have the record;
     * {@link LogUnavailableException} if that is not known in time.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    public CompletableFuture<Appended> append(String key, V value) {
        CompletableFuture<Appended> appended = new CompletableFuture<>();
        // Placed here, and not by the producer, so that no setting passed through can place it elsewhere.
        byte[] keyBytes = topic.keySerde().serializer().serialize(topic.name(), key);
        int partition = Partitioning.partitionOf(keyBytes, topic.partitions());
        try {
            producer.send(new ProducerRecord<>(topic.name(), partition, key, value), (metadata, failure) -> {
                if (failure == null) {
                    appended.complete(Appended.of(metadata));
                } else {
                    appended.completeExceptionally(new LogUnavailableException(topic.name(), failure));
                }
            });
        } catch (KafkaException e) {
            appended.completeExceptionally(new LogUnavailableException(topic.name(), e));
        }
        return appended;
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
