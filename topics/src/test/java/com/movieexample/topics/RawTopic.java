package com.movieexample.topics;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic that a test makes, writes and deletes as it likes. Every call returns once the broker has done it. */
public record RawTopic(KafkaClients clients, String name) {
    /** A new topic under a name of its own, never compacted, so that offsets can be counted. */
    public static RawTopic create(KafkaClients clients, int partitions) throws Exception {
        RawTopic topic = new RawTopic(clients, SharedBroker.uniqueName("raw"));
        topic.create(partitions, Map.of());
        return topic;
    }

    public void create(int partitions, Map<String, String> settings) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
        try (Admin admin = clients.admin("test")) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    public void delete() throws Exception {
        try (Admin admin = clients.admin("test")) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    /** Deletes the records of partition 0 before an offset. */
    public void deleteRecordsBefore(long offset) throws Exception {
        TopicPartition partition = new TopicPartition(name, 0);
        try (Admin admin = clients.admin("test")) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    /** Appends to partition 0; null for a tombstone or for no key. */
    public void put(String key, String value) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, 0, key, value);
        }
    }

    /** With transactions begun by nobody yet. */
    public Producer<byte[], byte[]> transactionalProducer() {
        Producer<byte[], byte[]> producer =
                producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, SharedBroker.uniqueName("transactions")));
        producer.initTransactions();
        return producer;
    }

    public RecordMetadata send(Producer<byte[], byte[]> producer, int partition, String key, String value)
            throws ExecutionException, InterruptedException {
        return producer.send(new ProducerRecord<>(name, partition, utf8(key), utf8(value)))
                .get();
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> chosen) {
        Map<String, Object> settings = new HashMap<>(clients.settings("test", chosen));
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
