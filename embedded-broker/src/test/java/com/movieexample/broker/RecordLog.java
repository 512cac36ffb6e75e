package com.movieexample.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one partition on a broker under test, written and read with Kafka's own clients. */
final class RecordLog {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MAX_POLLS = 300;

    private final String bootstrapServers;
    private final String topic;

    RecordLog(EmbeddedBroker broker, String topic) {
        this.bootstrapServers = broker.bootstrapServers();
        this.topic = topic;
    }

    void create(Map<String, String> settings) throws ExecutionException, InterruptedException {
        create(settings, 1);
    }

    void create(Map<String, String> settings, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic wanted = new NewTopic(topic, partitions, (short) 1).configs(settings);
            admin.createTopics(List.of(wanted)).all().get();
        }
    }

    void append(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            send(producer, values);
        }
    }

    void appendInTransaction(String transactionalId, boolean commit, String... values)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", transactionalId))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, values);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    /** Writes in a transaction that nobody ends. */
    void appendAndLeaveOpen(String transactionalId, String... values) throws ExecutionException, InterruptedException {
        KafkaProducer<String, String> producer = producer(Map.of("transactional.id", transactionalId));
        producer.initTransactions();
        producer.beginTransaction();
        send(producer, values);
        producer.close(Duration.ZERO);
    }

    /** All that is committed, in order. */
    List<String> committed() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "group.id",
                topic + "-readers");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            return readTo(consumer, partition, end);
        }
    }

    private static List<String> readTo(KafkaConsumer<String, String> consumer, TopicPartition partition, long end) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < MAX_POLLS && consumer.position(partition) < end; i++) {
            consumer.poll(POLL).forEach(found -> values.add(found.value()));
        }
        consumer.commitSync();
        return values;
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private void send(KafkaProducer<String, String> producer, String... values)
            throws ExecutionException, InterruptedException {
        for (String value : values) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }
}
