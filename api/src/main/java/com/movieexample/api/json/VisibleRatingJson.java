package com.movieexample.api.json;

import java.time.Instant;

/**
 * That a put or a delete of a rating is part of the ratings view, as JSON.
 *
 * @param position where the log has it
 * @param ratedAt the time that it counts by
 * @param outcome {@code counted}, {@code superseded} or {@code refused}
 * @param rating of the record, after it or later
 */
public record VisibleRatingJson(String position, Instant ratedAt, String outcome, RatingJson rating) {}
