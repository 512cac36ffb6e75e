package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Watermark;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestTopics;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A log of its own on the shared broker, with other rules than the default ones. Each event is written in a transaction
 * of its own, so that markers lie between the events and after the last.
 */
final class WrittenLog implements AutoCloseable {
    static final int PARTITIONS = 3;

    final MarqueeLog log;
    /** What an aggregator would make of it. */
    final LogFold expected;

    final long[] nextOffsets = new long[PARTITIONS];
    private final Producer<byte[], byte[]> producer;

    WrittenLog() {
        RatingScale ten = RatingScale.parse("1..10/1");
        EventRules rules = new EventRules(Map.of(), ten, Duration.ofMinutes(1));
        KafkaClients clients = new KafkaClients(TestBroker.bootstrapServers(), Map.of());
        Topics topics = new Topics(TestTopics.uniqueName("verify") + ".", PARTITIONS, 1);
        log = new LogOpening(clients, topics, rules, Optional.of((short) 1)).open();
        expected = new LogFold(new EventReader(rules, PARTITIONS));
        Map<String, Object> settings = new HashMap<>(clients.settings("test", Map.of()));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix());
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    static RatedEvent event(String id, String user, int value) {
        return new RatedEvent(RecordKey.movie(id), user, OptionalInt.of(value), OptionalLong.of(1_700_000_000_000L));
    }

    /** Appends where it belongs. */
    void append(RatedEvent event) throws Exception {
        byte[] key = event.record().bytes();
        append(Partitioning.partitionOf(key, PARTITIONS), key, event.toMessage().toByteArray());
    }

    void append(int partition, byte[] key, byte[] value) throws Exception {
        producer.beginTransaction();
        RecordMetadata at = send(partition, key, value);
        producer.commitTransaction();
        expected.add(partition, at.offset(), key, value, at.timestamp(), new RecordHeaders());
        nextOffsets[partition] = at.offset() + 1;
    }

    /** Appends where they belong, all in one transaction: those of a partition lie side by side. */
    void appendTogether(List<RatedEvent> events) throws Exception {
        Map<RatedEvent, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        producer.beginTransaction();
        for (RatedEvent event : events) {
            byte[] key = event.record().bytes();
            sent.put(event, sendLater(Partitioning.partitionOf(key, PARTITIONS), key, bytes(event)));
        }
        producer.commitTransaction();
        for (Map.Entry<RatedEvent, Future<RecordMetadata>> event : sent.entrySet()) {
            RecordMetadata at = event.getValue().get();
            byte[] key = event.getKey().record().bytes();
            expected.add(at.partition(), at.offset(), key, bytes(event.getKey()), at.timestamp(), new RecordHeaders());
            nextOffsets[at.partition()] = at.offset() + 1;
        }
    }

    private static byte[] bytes(RatedEvent event) {
        return event.toMessage().toByteArray();
    }

    void appendAndAbort(RatedEvent event) throws Exception {
        byte[] key = event.record().bytes();
        producer.beginTransaction();
        send(Partitioning.partitionOf(key, PARTITIONS), key, event.toMessage().toByteArray());
        producer.abortTransaction();
    }

    private RecordMetadata send(int partition, byte[] key, byte[] value) throws Exception {
        return sendLater(partition, key, value).get();
    }

    private Future<RecordMetadata> sendLater(int partition, byte[] key, byte[] value) {
        return producer.send(new ProducerRecord<>(log.topics().ratings().name(), partition, key, value));
    }

    VerifiedLog verified() {
        return VerifiedLog.find(log.clients(), log.topics());
    }

    /** Lets it serve all that was appended. */
    void serveBy(FakeMovieQuery query) {
        long[] digests = new long[PARTITIONS];
        expected.records().forEach((key, record) -> {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            query.aggregates.put(key, record.toMessage());
            digests[Partitioning.partitionOf(bytes, PARTITIONS)] += AggregateDigest.of(bytes, record.toMessage());
        });
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (nextOffsets[partition] > 0) {
                query.watermarks.put(
                        partition,
                        Watermark.newBuilder()
                                .setNextOffset(nextOffsets[partition])
                                .setDigest(digests[partition])
                                .build());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
