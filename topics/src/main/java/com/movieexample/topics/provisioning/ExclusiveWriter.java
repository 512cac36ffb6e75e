package com.movieexample.topics.provisioning;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Writes records to a topic, provided that no other process became its writer meanwhile. So what was read after the
 * writer was made still holds when it writes. The topic's name is its transactional id. Not thread-safe.
 */
final class ExclusiveWriter<V> implements AutoCloseable {
    private static final int TIMEOUT_MS = 15_000;

    private final TopicDefinition<String, V> topic;
    private final Producer<String, V> producer;

    /** Shuts out every writer before it; returns once what they wrote has come in or is dropped. */
    ExclusiveWriter(KafkaClients clients, TopicDefinition<String, V> topic) {
        this.topic = topic;
        Map<String, Object> settings = clients.settings(
                "marquee-control",
                Map.of(
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TIMEOUT_MS));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name());
        producer = new KafkaProducer<>(
                settings, topic.keySerde().serializer(), topic.valueSerde().serializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Writes all of them or none, in their order.
     *
     * @return false if another writer has shut this one out, so that nothing was written
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record did
    boolean write(Map<String, V> records) {
        try {
            producer.beginTransaction();
            records.forEach((key, value) -> producer.send(new ProducerRecord<>(topic.name(), key, value)));
            producer.commitTransaction();
            return true;
        } catch (KafkaException e) {
            if (wasShutOut(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean wasShutOut(Throwable e) {
        return e != null
                && (e instanceof ProducerFencedException
                        || e instanceof InvalidProducerEpochException
                        || wasShutOut(e.getCause()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
