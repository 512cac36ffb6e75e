package com.movieexample.topics.explain;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event of the log, judged.
 *
 * @param origin that its header names, if it is a copy
 * @param event empty if it can't be read
 * @param record that it is of: the one that it names, or that its key names if the event does not; empty if neither does
 */
record LogEvent(
        Position position,
        long logTime,
        Optional<byte[]> key,
        Optional<String> origin,
        Judgement judgement,
        Optional<RatingEvent> event,
        Optional<RecordKey> record) {
    static LogEvent read(EventReader reader, ConsumerRecord<byte[], byte[]> record) {
        Judgement judgement =
                reader.read(record.partition(), record.key(), record.value(), record.timestamp(), record.headers());
        if (judgement instanceof Judgement.Good good) {
            return of(record, judgement, Optional.of(good.event()), Optional.of(good.key()));
        }
        if (judgement instanceof Judgement.Misplaced misplaced) {
            return of(record, judgement, Optional.of(misplaced.event()), Optional.of(misplaced.key()));
        }
        Optional<RatingEvent> event = parse(record.value());
        return of(record, judgement, event, event.flatMap(LogEvent::named).or(() -> namedByKey(record.key())));
    }

    private static LogEvent of(
            ConsumerRecord<byte[], byte[]> record,
            Judgement judgement,
            Optional<RatingEvent> event,
            Optional<RecordKey> of) {
        return new LogEvent(
                new Position(record.topic(), record.partition(), record.offset()),
                record.timestamp(),
                Optional.ofNullable(record.key()),
                origin(record),
                judgement,
                event,
                of);
    }

    private static Optional<String> origin(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(EventHeaders.ORIGIN))
                .map(header -> header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Optional<RatingEvent> parse(byte[] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(RatingEvent.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecordKey> named(RatingEvent event) {
        try {
            return Optional.of(new RecordKey(event.getRecordType(), event.getRecordId()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecordKey> namedByKey(byte[] key) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordKey.parse(new String(key, StandardCharsets.UTF_8)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Whether it is on the partition where its record is looked for. */
    boolean isWhereItsRecordIs(int partitions) {
        return record.map(RecordKey::bytes)
                .filter(right -> Partitioning.partitionOf(right, partitions) == position.partition())
                .isPresent();
    }

    /** Where it is instead of where its record's events belong, for people. */
    String misplacement() {
        String found = key.map(bytes -> '"' + SeenEvent.cut(new String(bytes, StandardCharsets.UTF_8)) + '"')
                .orElse("missing");
        return "key is " + found + ", expected \"" + record.orElseThrow() + '"';
    }

    SeenEvent seen() {
        return event.map(read -> SeenEvent.of(position, read, logTime, origin))
                .orElseGet(() -> SeenEvent.unreadable(position, logTime, origin));
    }
}
