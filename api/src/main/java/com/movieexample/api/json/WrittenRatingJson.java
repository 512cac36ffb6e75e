package com.movieexample.api.json;

import java.time.Instant;

/**
 * That the log has a put or a delete of a rating, as JSON.
 *
 * @param position where, for example {@code ratings/3:1042}
 * @param ratedAt the time that it counts by: the request's, or the time at which the log took it
 */
public record WrittenRatingJson(String position, Instant ratedAt) {}
