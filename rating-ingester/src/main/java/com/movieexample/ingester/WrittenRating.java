package com.movieexample.ingester;

import com.movieexample.api.Position;
import com.movieexample.api.json.WrittenRatingJson;
import java.time.Instant;

/**
 * That the log has a change.
 *
 * @param ratedAt the time that it counts by: the caller's, or the time at which the log took it
 */
record WrittenRating(Position position, Instant ratedAt) {
    WrittenRatingJson toJson() {
        return new WrittenRatingJson(position.toString(), ratedAt);
    }
}
