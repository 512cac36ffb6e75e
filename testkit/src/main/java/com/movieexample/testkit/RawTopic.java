package com.movieexample.testkit;

import com.movieexample.topics.KafkaClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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

/**
 * A topic as a foreign client works with it, in bytes and free of every rule. Each call returns once the broker has
 * done it. Thread-safe.
 */
public record RawTopic(KafkaClients clients, String name) {
    private static final String CLIENT = "foreign-client";

    /** A record for this topic, placed where the caller says and not by its key. */
    public ProducerRecord<byte[], byte[]> entry(int partition, byte[] key, byte[] value) {
        return new ProducerRecord<>(name, partition, key, value);
    }

    public void create(int partitions, Map<String, String> settings) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
        try (Admin admin = clients.admin(CLIENT)) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Deletes the records of a partition before an offset. */
    public void deleteBefore(int partition, long offset) throws ExecutionException, InterruptedException {
        TopicPartition from = new TopicPartition(name, partition);
        try (Admin admin = clients.admin(CLIENT)) {
            admin.deleteRecords(Map.of(from, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    public void append(List<ProducerRecord<byte[], byte[]>> entries) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, entries);
        }
    }

    /** Appends the entries in one transaction; its marker takes an offset in each partition. */
    public void commit(List<ProducerRecord<byte[], byte[]>> entries) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = transactional()) {
            send(producer, entries);
            producer.commitTransaction();
        }
    }

    /** Appends the entries in a transaction that is aborted: they take offsets, but nobody is to read them. */
    public void abort(List<ProducerRecord<byte[], byte[]>> entries) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = transactional()) {
            send(producer, entries);
            producer.abortTransaction();
        }
    }

    private Producer<byte[], byte[]> transactional() {
        String id = TestTopics.uniqueName("transactions");
        Producer<byte[], byte[]> producer = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> chosen) {
        Map<String, Object> settings = new HashMap<>(clients.settings(CLIENT, chosen));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> entries)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        entries.forEach(entry -> sent.add(producer.send(entry)));
        for (Future<RecordMetadata> taken : sent) {
            taken.get();
        }
    }
}
