package com.movieexample.launcher.dlq;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.cluster.ExistingTopics;
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
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The dead letters of a cluster, as they are; nothing is created. */
public record DeadLetterTopic(KafkaClients clients, String name) {
    private static final String CLIENT = "marquee-dlq";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    public static DeadLetterTopic of(ClusterOptions cluster) {
        return new DeadLetterTopic(
                cluster.clients(), cluster.topics().deadLetters().name());
    }

    /**
     * What is kept of each dead letter, by its origin; of several deliveries of one the last.
     *
     * @param kept what is needed of a letter; empty for one that is to be left out
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when there is no such topic
     */
    <T> Map<String, T> read(Function<DeadLetter, Optional<T>> kept) {
        ExistingTopics.describe(clients, List.of(name));
        Map<String, T> letters = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted(CLIENT)) {
            read(consumer, record -> put(letters, record, kept));
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        return letters;
    }

    /** How many events there are, each counted once. */
    public int count() {
        return read(letter -> Optional.of(letter.origin())).size();
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
}
