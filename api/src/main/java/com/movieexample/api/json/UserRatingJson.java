package com.movieexample.api.json;

import com.movieexample.api.Hundredths;
import com.movieexample.api.v1.UserRating;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One user's rating of a record as JSON.
 *
 * @param ratedAt the time that it counts by: the event's own, or the time at which the log took it
 */
public record UserRatingJson(String userId, BigDecimal value, Instant ratedAt) {
    public static UserRatingJson of(UserRating rating) {
        return new UserRatingJson(
                rating.getUserId(), Hundredths.toDecimal(rating.getValue()), Instant.ofEpochMilli(rating.getRatedAt()));
    }
}
