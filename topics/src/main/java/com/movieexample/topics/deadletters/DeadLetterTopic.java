package com.movieexample.topics.deadletters;

import com.movieexample.api.Position;
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

/**
 * The dead letters of a cluster as they are now, read afresh each time: there are few of them, and a view would have to be
 * kept. Reading ends, at the latest, when nothing has come for some time. Nothing is created.
 *
 * @param patience how long the brokers may keep a reader waiting for the next answer
 */
public record DeadLetterTopic(KafkaClients clients, String name, Duration patience) {
    private static final String CLIENT = "marquee-dlq";
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * What is kept of each dead letter, by its origin; of several deliveries of one the last.
     *
     * @param kept what is needed of a letter; empty for one that is to be left out
     * @throws KafkaUnavailableException when no broker answers
     */
    public <T> Map<Position, T> read(Function<DeadLetter, Optional<T>> kept) {
        Map<String, T> letters = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted(CLIENT)) {
            read(consumer, record -> put(letters, record, kept));
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        Map<Position, T> found = new HashMap<>();
        letters.forEach((origin, letter) -> found.put(Position.parse(origin), letter));
        return found;
    }

    /** How many events there are, each counted once. */
    public int count() {
        return read(letter -> Optional.of(letter.origin())).size();
    }

    /** What is to be seen of each at a glance, by the time at which the log took them, the latest last. */
    public List<DeadLetterSummary> summaries() {
        return read(letter -> Optional.of(DeadLetterSummary.of(letter))).values().stream()
                .sorted()
                .toList();
    }

    /** Empty if there is none of this origin, or no more. */
    public Optional<DeadLetter> find(Position origin) {
        return Optional.ofNullable(
                read(letter -> Optional.of(letter).filter(any -> any.origin().equals(origin)))
                        .get(origin));
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
        long end = consumer.endOffsets(List.of(partition), patience).get(partition);
        long position = consumer.position(partition, patience);
        long lastMove = System.nanoTime();
        while (position < end) {
            consumer.poll(POLL).forEach(to);
            long reached = consumer.position(partition, patience);
            lastMove = reached == position ? lastMove : System.nanoTime();
            position = reached;
            if (System.nanoTime() - lastMove > patience.toNanos()) {
                throw new TimeoutException("nothing came of " + name + " for " + patience.toSeconds() + " s");
            }
        }
    }
}
