package com.movieexample.bench.workload;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.RecordKey;

/**
 * One event of a {@link RatingWorkload}; it carries its time, as every event of a workload does.
 *
 * @param movie numbered from 1
 * @param user numbered from 1
 * @param value in hundredths, on the scale of half stars; {@link #DELETE} for a delete
 * @param ratedAt ms since 1970
 */
public record WorkloadEvent(int movie, int user, int value, long ratedAt) {
    public static final int DELETE = 0;

    public boolean isDelete() {
        return value == DELETE;
    }

    /** The event's key in the log, such as {@code movie/603}. */
    public String key() {
        return keyOf(movie);
    }

    public static String keyOf(int movie) {
        return RecordKey.movie(Integer.toString(movie)).toString();
    }

    /** As a rating-ingester would write it. */
    public RatingEvent toMessage() {
        return toMessage(Integer.toString(movie), Integer.toString(user));
    }

    /** For who keeps the texts of the ids: making them takes longer than all the rest. */
    RatingEvent toMessage(String movieId, String userId) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(RecordKey.MOVIE)
                .setRecordId(movieId)
                .setUserId(userId)
                .setRatedAt(ratedAt);
        return isDelete()
                ? event.setType(RatingEventType.RATING_EVENT_TYPE_DELETE).build()
                : event.setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setValue(value)
                        .build();
    }
}
