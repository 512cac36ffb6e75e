package com.movieexample.api.json;

import java.time.Instant;

/**
 * A dead letter at a glance, as JSON.
 *
 * @param origin where the log has the event, for example {@code ratings/3:1042}
 * @param time when the log took it
 * @param reason what is wrong with it, for people
 */
public record DeadLetterSummaryJson(String origin, Instant time, String reason) {}
