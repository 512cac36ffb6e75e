package com.movieexample.topics.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.EventHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A bad event, as the topic {@code ratings-dlq} keeps it. The record's key is the event's position, so that an event
 * that is delivered twice stands there once; its value is the event's, byte for byte, and an empty one if the event had
 * none, since the topic is compacted and would drop it. Its headers are the event's own, but for reserved names other
 * than {@link EventHeaders#ORIGIN}, and those that {@link EventHeaders} lists for a dead letter.
 *
 * @param logTime when the log took the event, ms since 1970
 * @param key of the event, if it had one
 * @param value of the event, if it had one; only its beginning if {@link #isCut()}
 * @param size of the event's value, in bytes
 * @param headers of the event
 */
public record DeadLetter(
        Position origin,
        String reason,
        long logTime,
        Optional<byte[]> key,
        Optional<byte[]> value,
        int size,
        List<Header> headers) {
    /** What of a key and of a value is kept when the whole is too large; the log has the whole at the origin. */
    static final int CUT_BYTES = 1024;

    public DeadLetter {
        headers = List.copyOf(headers);
    }

    /** Of an event in {@code ratings}. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> event, String reason) {
        return new DeadLetter(
                new Position(event.topic(), event.partition(), event.offset()),
                reason,
                event.timestamp(),
                Optional.ofNullable(event.key()),
                Optional.ofNullable(event.value()),
                event.value() == null ? 0 : event.value().length,
                kept(event.headers()));
    }

    /** The same with the beginning of key and value only, and without headers; it fits into any topic. */
    public DeadLetter cut() {
        return new DeadLetter(
                origin,
                reason,
                logTime,
                key.map(DeadLetter::beginning),
                value.map(DeadLetter::beginning),
                size,
                List.of());
    }

    public boolean isCut() {
        return value.isPresent() && value.get().length < size;
    }

    /** What the bytes say, whether it keeps the rules or not; empty if they are no event, or not all of one. */
    public Optional<RatingEvent> event() {
        return isCut() ? Optional.empty() : value.flatMap(DeadLetter::decode);
    }

    private static Optional<RatingEvent> decode(byte[] value) {
        try {
            return Optional.of(RatingEvent.parseFrom(value)).filter(DeadLetter::saysSomething);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** No bytes at all, or fields of another message, make an event with nothing in it. */
    private static boolean saysSomething(RatingEvent event) {
        return !event.toBuilder()
                .setUnknownFields(UnknownFieldSet.getDefaultInstance())
                .build()
                .equals(RatingEvent.getDefaultInstance());
    }

    /** For a dead-letter topic. */
    public ProducerRecord<byte[], byte[]> toRecord(String topic) {
        byte[] kept = value.orElseGet(() -> new byte[0]);
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, origin.toString().getBytes(UTF_8), kept, headers);
        Headers all = letter.headers().add(EventHeaders.REASON, reason.getBytes(UTF_8));
        all.add(EventHeaders.LOG_TIME, Long.toString(logTime).getBytes(UTF_8));
        key.ifPresent(bytes -> all.add(EventHeaders.KEY, bytes));
        if (value.isEmpty()) {
            all.add(EventHeaders.NULL_VALUE, "true".getBytes(UTF_8));
        }
        if (isCut()) {
            all.add(EventHeaders.CUT_FROM, Integer.toString(size).getBytes(UTF_8));
        }
        return letter;
    }

    /** The inverse of {@link #toRecord}; empty for a record that is no dead letter. */
    public static Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            DeadLetter letter = parse(record);
            // Whoever takes it away again writes its key from its origin.
            boolean sameKey = letter.origin.toString().equals(new String(record.key(), UTF_8));
            return sameKey ? Optional.of(letter) : Optional.empty();
        } catch (InvalidInputException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter parse(ConsumerRecord<byte[], byte[]> record) {
        boolean none = header(record, EventHeaders.NULL_VALUE).isPresent();
        return new DeadLetter(
                Position.parse(new String(record.key(), UTF_8)),
                text(record, EventHeaders.REASON).orElse("unknown"),
                Long.parseLong(text(record, EventHeaders.LOG_TIME).orElse("")),
                header(record, EventHeaders.KEY),
                none ? Optional.empty() : Optional.of(record.value()),
                text(record, EventHeaders.CUT_FROM).map(Integer::parseInt).orElse(record.value().length),
                kept(record.headers()));
    }

    private static List<Header> kept(Headers headers) {
        return Stream.of(headers.toArray())
                .filter(header -> !header.key().startsWith(EventHeaders.RESERVED)
                        || header.key().equals(EventHeaders.ORIGIN))
                .toList();
    }

    private static Optional<String> text(ConsumerRecord<?, ?> record, String name) {
        return header(record, name).map(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<byte[]> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(Header::value);
    }

    private static byte[] beginning(byte[] bytes) {
        return bytes.length <= CUT_BYTES ? bytes : Arrays.copyOf(bytes, CUT_BYTES);
    }
}
