package com.movieexample.ingester;

import com.movieexample.api.EventTime;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.RecordKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A put or a delete of one rating, as a caller asks for it.
 *
 * @param value in hundredths; empty for a delete
 * @param ratedAt empty for the time at which the log takes it
 * @param providerId may be empty
 */
record RatingChange(RecordKey record, String userId, OptionalInt value, Optional<Instant> ratedAt, String providerId) {
    RatingEvent toEvent() {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(record.type())
                .setRecordId(record.id())
                .setUserId(userId)
                .setType(
                        value.isPresent()
                                ? RatingEventType.RATING_EVENT_TYPE_PUT
                                : RatingEventType.RATING_EVENT_TYPE_DELETE)
                .setProviderId(providerId);
        value.ifPresent(event::setValue);
        ratedAt.map(time -> EventTime.millis("ratedAt", time)).ifPresent(event::setRatedAt);
        return event.build();
    }
}
