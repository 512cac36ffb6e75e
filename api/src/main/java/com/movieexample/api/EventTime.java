package com.movieexample.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The times of events as people write them, RFC 3339, and as the log keeps them, in milliseconds since 1970. */
public final class EventTime {
    private EventTime() {}

    /** @throws InvalidInputException naming {@code field}, unless the text is {@code 2026-01-31T12:00:00Z} or the like */
    public static Instant parse(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(field, text, "an RFC 3339 time, for example 2026-01-31T12:00:00Z", e);
        }
    }

    /** @throws InvalidInputException naming {@code field}, if the time is too far off for milliseconds */
    public static long millis(String field, Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new InvalidInputException(field, time.toString(), "a time in the years 1970 to 9999", e);
        }
    }
}
