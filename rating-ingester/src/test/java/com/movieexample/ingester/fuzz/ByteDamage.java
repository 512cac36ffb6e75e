package com.movieexample.ingester.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What can happen to the bytes of a body. */
final class ByteDamage {
    private ByteDamage() {}

    /** The same bytes, or some that were changed. */
    static byte[] maybe(Dice dice, byte[] bytes) {
        byte[] damaged = bytes;
        while (dice.percent(25)) {
            damaged = once(dice, damaged);
        }
        return damaged;
    }

    static byte[] once(Dice dice, byte[] bytes) {
        int at = dice.below(bytes.length + 1);
        return switch (dice.below(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 2 -> inserted(bytes, at, dice.bytes(dice.between(1, 8)));
            case 3 -> inserted(bytes, at, new byte[dice.between(1, 4)]);
            case 4 -> inserted(bytes, at, dice.of(INVALID_UTF8));
            case 5 -> flipped(dice, bytes);
            case 6 -> inserted(bytes, at, Arrays.copyOfRange(bytes, at / 2, at));
            default -> inserted(bytes, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        };
    }

    /** Overlong, a surrogate, too high, broken off, never valid. */
    private static final byte[][] INVALID_UTF8 = {
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x82},
        {(byte) 0xFF},
        {(byte) 0x80}
    };

    private static byte[] flipped(Dice dice, byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < dice.between(1, 4) && bytes.length > 0; i++) {
            flipped[dice.below(bytes.length)] ^= (byte) (1 << dice.below(8));
        }
        return flipped;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, at);
        whole.writeBytes(more);
        whole.write(bytes, at, bytes.length - at);
        return whole.toByteArray();
    }

    /** Text in UTF-8, or now and then in something else. */
    static byte[] encode(Dice dice, String text) {
        if (dice.percent(92)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        Charset other = dice.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1,
                Charset.forName("UTF-32"),
                Charset.forName("UTF-32LE"));
        return text.getBytes(other);
    }
}
