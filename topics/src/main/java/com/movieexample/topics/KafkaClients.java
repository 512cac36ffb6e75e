package com.movieexample.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes clients of one Kafka cluster; whoever asks for one closes it.
 *
 * @param bootstrapServers where to find the cluster, {@code host:port,...}
 * @param passedThrough Kafka's own settings (security, timeouts); they win over Marquee's choice of the same setting,
 *     but for those that exactness rests on
 */
public record KafkaClients(String bootstrapServers, Map<String, String> passedThrough) {
    public KafkaClients {
        passedThrough = Map.copyOf(passedThrough);
    }

    public Admin admin(String clientId) {
        // Whoever asks waits for the answer: better a clear failure soon than the default minute of silence.
        return Admin.create(settings(
                clientId,
                Map.of(
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000)));
    }

    /** A consumer of committed records, without a group: whoever uses it assigns partitions and keeps positions. */
    public Consumer<byte[], byte[]> readCommitted(String clientId) {
        Map<String, Object> settings = settings(clientId, Map.of());
        readCommitted(settings, "none");
        return new GrouplessConsumer(settings);
    }

    private static void readCommitted(Map<String, Object> settings, String offsetReset) {
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, offsetReset);
        // Who asks for a topic that is missing must not make one with the cluster's default settings.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /**
     * A consumer of committed records that shares the partitions of what it subscribes to with the others of its group,
     * and starts at the beginning. Who commits is the caller.
     */
    public Consumer<byte[], byte[]> readCommittedInGroup(String clientId, String group) {
        Map<String, Object> settings = settings(
                clientId,
                Map.of(
                        // Whoever was killed is followed soon, and nobody stops for a newcomer.
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        readCommitted(settings, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** As below, for a program that rather waits than gives up. */
    public <K, V> Producer<K, V> producer(String clientId, TopicDefinition<K, V> topic) {
        return producer(clientId, topic, WritePatience.PATIENT);
    }

    /** An idempotent producer to a topic, which hands a record over only when all in-sync replicas have it. */
    public <K, V> Producer<K, V> producer(String clientId, TopicDefinition<K, V> topic, WritePatience patience) {
        return new KafkaProducer<>(
                producerSettings(clientId, patience.settings()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    /** A patient one for bytes, to any topic, and for records that only their topic may find too large. */
    public Producer<byte[], byte[]> bytesProducer(String clientId) {
        Map<String, Object> chosen = new HashMap<>(WritePatience.PATIENT.settings());
        chosen.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * 1024 * 1024);
        return new KafkaProducer<>(
                producerSettings(clientId, chosen), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producerSettings(String clientId, Map<String, Object> more) {
        Map<String, Object> chosen = new HashMap<>(more);
        chosen.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        chosen.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        chosen.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        Map<String, Object> settings = settings(clientId, chosen);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    /** What every client of the cluster is told, with {@code chosen} where the user says nothing. */
    public Map<String, Object> settings(String clientId, Map<String, Object> chosen) {
        Map<String, Object> settings = new HashMap<>(chosen);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.putAll(passedThrough);
        DependentTimeouts.adapt(settings, passedThrough.keySet());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return settings;
    }
}
