package com.movieexample.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads times as RFC 3339 has them. Java's own formatter takes half of the time that a rating takes to be read as JSON,
 * so the two forms that programs write are read here, and it reads all others.
 */
final class Rfc3339 {
    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Rfc3339() {}

    /** @throws DateTimeException for any other text */
    static Instant parse(String text) {
        if (hasForm(text, SECONDS)) {
            return utc(text, 0);
        }
        return hasForm(text, MILLIS)
                ? utc(text, number(text, 20, 23))
                : OffsetDateTime.parse(text).toInstant();
    }

    /** @param form with a 0 where any digit may stand */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant utc(String text, int millis) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        millis * NANOS_PER_MILLI)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
