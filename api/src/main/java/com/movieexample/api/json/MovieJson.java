package com.movieexample.api.json;

import com.movieexample.api.Freshness;
import com.movieexample.api.Hundredths;
import com.movieexample.api.v1.UserRating;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A movie with metadata and aggregated rating as JSON. What was not asked for is null and left out.
 *
 * @param weighted the weighted score
 * @param daily live ratings per day (UTC) for up to 30 days until the latest event of the movie, the latest first; days
 *     without one are left out
 * @param own the rating of the user who was asked for
 */
public record MovieJson(
        String id,
        MetadataJson metadata,
        RatingJson rating,
        Weighted weighted,
        List<Day> daily,
        OwnRating own,
        FreshnessJson freshness) {
    public MovieJson(String id, MetadataJson metadata, RatingJson rating) {
        this(id, metadata, rating, null, null, null, null);
    }

    /**
     * {@code v/(v+m)*R + m/(v+m)*C}, where v and R are the count and the unrounded mean of {@code rating}.
     *
     * @param score rounded half up to four decimals; null when v and m are 0
     * @param minimum m
     * @param prior C, the mean of all live ratings of movies unless it was given; null while there are none
     */
    public record Weighted(BigDecimal score, long minimum, BigDecimal prior) {}

    /**
     * How many live ratings are dated to a day.
     *
     * @param day for example {@code 2026-11-28}
     */
    public record Day(String day, long count) {}

    /**
     * A user's own rating.
     *
     * @param state {@code rated}, {@code none}, or {@code unavailable} when nobody can say now
     * @param reason why it is unavailable; null otherwise
     */
    public record OwnRating(String userId, String state, BigDecimal value, Instant ratedAt, String reason) {
        public static OwnRating rated(UserRating rating) {
            return new OwnRating(
                    rating.getUserId(),
                    "rated",
                    Hundredths.toDecimal(rating.getValue()),
                    Instant.ofEpochMilli(rating.getRatedAt()),
                    null);
        }

        public static OwnRating none(String userId) {
            return new OwnRating(userId, "none", null, null, null);
        }

        public static OwnRating unavailable(String userId, String reason) {
            return new OwnRating(userId, "unavailable", null, null, reason);
        }
    }

    /**
     * Which part of the log the answer reflects.
     *
     * @param positions the last of each partition that it comes from, as in the header; null if there are none
     * @param lag how many offsets of these partitions follow; null while that is not known
     * @param generation of the ratings view
     * @param latestEventTime the greatest time of any good event of the movie; null if there is none
     */
    public record FreshnessJson(String positions, Long lag, Integer generation, Instant latestEventTime) {
        /** @param latestEventTime in ms; 0 if there is no event */
        public static FreshnessJson of(Freshness freshness, long latestEventTime) {
            return new FreshnessJson(
                    freshness.reflects().isEmpty() ? null : freshness.reflects().toString(),
                    freshness.lag().isPresent() ? freshness.lag().getAsLong() : null,
                    freshness.generation().isPresent() ? freshness.generation().getAsInt() : null,
                    latestEventTime == 0 ? null : Instant.ofEpochMilli(latestEventTime));
        }
    }
}
