package com.movieexample.ingester.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Rating events as messages, each after its length, right ones and wrong ones. */
final class MessageEvents {
    private static final int FIELDS = 7;

    private MessageEvents() {}

    static byte[] good(Dice dice) {
        return goodMessage(dice).toByteArray();
    }

    private static RatingEvent goodMessage(Dice dice) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId(OddText.goodId(dice))
                .setUserId(OddText.goodId(dice))
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setValue(50 * dice.between(1, 10));
        if (dice.percent(50)) {
            event.setRatedAt(1_000_000_000_000L + dice.below(1_000_000_000));
        }
        return event.build();
    }

    /** A good message, and after it fields that take the place of its own or that nobody knows. */
    static byte[] odd(Dice dice) {
        UnknownFieldSet.Builder more = UnknownFieldSet.newBuilder();
        for (int i = dice.between(1, 3); i > 0; i--) {
            more.mergeField(dice.percent(90) ? dice.between(1, FIELDS) : dice.between(8, 536_870_911), oddField(dice));
        }
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(good(dice));
        event.writeBytes(more.build().toByteArray());
        return ByteDamage.maybe(dice, event.toByteArray());
    }

    private static Field oddField(Dice dice) {
        return switch (dice.below(5)) {
            case 0 ->
                Field.newBuilder()
                        .addVarint(dice.of(0L, 1L, 2L, 3L, -1L, 99L, 1L << 31, 1L << 32, Long.MIN_VALUE))
                        .build();
            case 1 -> Field.newBuilder().addVarint(dice.anyLong()).build();
            case 2 ->
                Field.newBuilder()
                        .addFixed64(dice.anyLong())
                        .addFixed32(dice.below(1_000))
                        .build();
            case 3 ->
                Field.newBuilder()
                        .addLengthDelimited(ByteString.copyFrom(dice.bytes(dice.below(40))))
                        .build();
            default ->
                Field.newBuilder()
                        .addLengthDelimited(
                                ByteString.copyFrom(OddText.any(dice).getBytes(StandardCharsets.UTF_8)))
                        .build();
        };
    }

    /** Writes a length, of the event or of something else, and the event. */
    static void writeDelimited(ByteArrayOutputStream body, byte[] event, long length) {
        long left = length;
        while ((left & ~0x7FL) != 0) {
            body.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        body.write((int) left);
        body.writeBytes(event);
    }
}
