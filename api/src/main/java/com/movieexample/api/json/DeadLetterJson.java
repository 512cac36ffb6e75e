package com.movieexample.api.json;

import java.time.Instant;
import java.util.List;

/**
 * All there is of a dead letter, as JSON; bytes are in Base64.
 *
 * @param origin where the log has the event, for example {@code ratings/3:1042}
 * @param time when the log took it
 * @param reason what is wrong with it, for people
 * @param key null if the event had none
 * @param value null if the event had none; only its beginning if it is shorter than {@code size}
 * @param size of the event's value, in bytes
 * @param event what the value says; null if it is no event that can be read
 */
public record DeadLetterJson(
        String origin,
        Instant time,
        String reason,
        String key,
        List<HeaderJson> headers,
        int size,
        String value,
        RatingEventJson event) {
    /** A header of the event; several may have the same name. */
    public record HeaderJson(String name, String value) {}
}
