package com.movieexample.ingester.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.api.Position;
import com.movieexample.ingester.router.Outgoing.Outcome;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.Topics;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.Judgement;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where an event goes: a misplaced one to its right place, a bad one to the dead letters, a good one nowhere. */
final class Routes {
    private final Topics topics;
    private final Supplier<EventRules> rules;

    /** @param rules of the live generation, now */
    Routes(Topics topics, Supplier<EventRules> rules) {
        this.topics = topics;
        this.rules = rules;
    }

    /** Never throws for what an event holds. The same event always makes the same record. */
    Optional<Outgoing> of(ConsumerRecord<byte[], byte[]> event) {
        Judgement judgement = new EventReader(rules.get(), topics.ratingsPartitions())
                .read(event.partition(), event.key(), event.value(), event.timestamp(), event.headers());
        if (judgement instanceof Judgement.Misplaced misplaced) {
            return Optional.of(copy(event, misplaced));
        }
        if (judgement instanceof Judgement.Bad bad) {
            return Optional.of(deadLetter(event, bad.reason()));
        }
        return Optional.empty();
    }

    /** Dated like its original, so that it counts where that would have counted, and only once. */
    private Outgoing copy(ConsumerRecord<byte[], byte[]> event, Judgement.Misplaced misplaced) {
        byte[] key = misplaced.key().bytes();
        byte[] value = misplaced.event().toBuilder()
                .setRatedAt(misplaced.version().time())
                .build()
                .toByteArray();
        int partition = Partitioning.partitionOf(key, topics.ratingsPartitions());
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(topics.ratings().name(), partition, key, value, event.headers());
        Position origin = new Position(event.topic(), event.partition(), event.offset());
        copy.headers().add(EventHeaders.ORIGIN, origin.toString().getBytes(UTF_8));
        return new Outgoing(copy, Outcome.COPIED, Optional.of(() -> deadLetter(event, tooLarge(misplaced, value))));
    }

    private static String tooLarge(Judgement.Misplaced misplaced, byte[] value) {
        return "event is too large to be copied to its right place under the key %s: %d bytes"
                .formatted(misplaced.key(), value.length);
    }

    private Outgoing deadLetter(ConsumerRecord<byte[], byte[]> event, String reason) {
        DeadLetter letter = DeadLetter.of(event, reason);
        return new Outgoing(
                letter.toRecord(topics.deadLetters().name()), Outcome.DEAD_LETTERED, Optional.of(() -> cut(letter)));
    }

    private Outgoing cut(DeadLetter letter) {
        return new Outgoing(
                letter.cut().toRecord(topics.deadLetters().name()), Outcome.DEAD_LETTERED, Optional.empty());
    }
}
