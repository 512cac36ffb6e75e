package com.movieexample.runtime.http;

import com.movieexample.api.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes query components once, and refuses what is no percent-encoded UTF-8 where the JDK would guess. */
final class PercentDecoding {
    private static final String EXPECTED = "percent-encoded UTF-8";

    private PercentDecoding() {}

    /** @throws InvalidInputException naming {@code field} */
    static String decode(String field, String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(octet(field, encoded, raw, i + 1));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return text(field, encoded, bytes.toByteArray());
    }

    private static int octet(String field, String encoded, byte[] raw, int at) {
        int high = at + 1 < raw.length ? Character.digit(raw[at], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw[at + 1], 16);
        if (low < 0) {
            throw new InvalidInputException(field, encoded, EXPECTED);
        }
        return high << 4 | low;
    }

    private static String text(String field, String encoded, byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(field, encoded, EXPECTED, e);
        }
    }
}
