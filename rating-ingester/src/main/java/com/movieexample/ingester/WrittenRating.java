package com.movieexample.ingester;

import com.movieexample.api.Position;
import com.movieexample.api.json.WrittenRatingJson;
import java.time.Instant;

/**
 * That the log has a change.
 *
 * @param ratedAt the time that it counts by: the caller's, or the time at which the log took it
 * @param logTime when the log took it, ms since 1970
 */
record WrittenRating(Position position, Instant ratedAt, long logTime) {
    WrittenRatingJson toJson() {
        return new WrittenRatingJson(position.toString(), ratedAt);
    }
}
