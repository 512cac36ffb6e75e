package com.movieexample.bench.workload;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.TopicDefinition;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts events where Marquee's own producers would, as fast as a producer takes them. Owns the producer; not thread-safe. */
final class EventWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final TopicDefinition<String, RatingEvent> topic;
    private final EventTexts texts = new EventTexts();
    private final byte[][] keys = new byte[RatingWorkload.MOVIES + 1][];
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    EventWriter(Producer<byte[], byte[]> producer, TopicDefinition<String, RatingEvent> topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void write(WorkloadEvent event) {
        byte[] key = keyOf(event.movie());
        byte[] value = texts.message(event).toByteArray();
        int partition = Partitioning.partitionOf(key, topic.partitions());
        producer.send(new ProducerRecord<>(topic.name(), partition, key, value), (written, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    private byte[] keyOf(int movie) {
        if (keys[movie] == null) {
            keys[movie] = WorkloadEvent.keyOf(movie).getBytes(StandardCharsets.UTF_8);
        }
        return keys[movie];
    }

    /** @throws ExecutionException if one of the events was not written */
    void awaitAll() throws ExecutionException {
        producer.flush();
        if (failure.get() != null) {
            throw new ExecutionException("not every event was written to " + topic.name(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
