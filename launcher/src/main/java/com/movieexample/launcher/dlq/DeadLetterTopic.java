package com.movieexample.launcher.dlq;

import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.DeadLetter;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The dead letters of a cluster, as they are; nothing is created. */
record DeadLetterTopic(KafkaClients clients, String name) {
    private static final String CLIENT = "marquee-dlq";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * What is kept of each dead letter, by its origin; of several deliveries of one the last.
     *
     * @param kept what is needed of a letter; empty for one that is to be left out
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when there is no such topic
     */
    <T> Map<String, T> read(Function<DeadLetter, Optional<T>> kept) {
        requireThere();
        Map<String, T> letters = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted(CLIENT)) {
            read(consumer, record -> put(letters, record, kept));
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        return letters;
    }

    private static <T> void put(
            Map<String, T> letters, ConsumerRecord<byte[], byte[]> record, Function<DeadLetter, Optional<T>> kept) {
        if (record.key() == null) {
            return;
        }
        String origin = new String(record.key(), StandardCharsets.UTF_8);
        Optional<T> letter = DeadLetter.read(record).flatMap(kept);
        // Without a letter it is a delete, or nothing of Marquee's.
        letter.ifPresentOrElse(found -> letters.put(origin, found), () -> letters.remove(origin));
    }

    private void read(
            Consumer<byte[], byte[]> consumer, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
        TopicPartition partition = new TopicPartition(name, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), ANSWERED_WITHIN).get(partition);
        long position = consumer.position(partition, ANSWERED_WITHIN);
        long lastMove = System.nanoTime();
        while (position < end) {
            consumer.poll(POLL).forEach(to);
            long reached = consumer.position(partition, ANSWERED_WITHIN);
            lastMove = reached == position ? lastMove : System.nanoTime();
            position = reached;
            if (System.nanoTime() - lastMove > SILENCE.toNanos()) {
                throw new TimeoutException("nothing came of " + name + " for " + SILENCE.toSeconds() + " s");
            }
        }
    }

    private void requireThere() {
        try (Admin admin = clients.admin(CLIENT)) {
            admin.describeTopics(List.of(name)).allTopicNames().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new LaunchException(
                        "Kafka at %s holds no Marquee: there is no topic %s; --topic-prefix says which to take"
                                .formatted(clients.bootstrapServers(), name),
                        e);
            }
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }
}
