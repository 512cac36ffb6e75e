package com.movieexample.testkit;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.RecordKey;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A rating event of a test.
 *
 * @param value in hundredths; empty for a delete
 * @param ratedAt empty for an implicit event
 */
public record RatedEvent(RecordKey record, String userId, OptionalInt value, OptionalLong ratedAt) {
    public boolean isDelete() {
        return value.isEmpty();
    }

    public RatedEvent withRecord(RecordKey other) {
        return new RatedEvent(other, userId, value, ratedAt);
    }

    public RatingEvent toMessage() {
        RatingEvent.Builder message = RatingEvent.newBuilder()
                .setRecordType(record.type())
                .setRecordId(record.id())
                .setUserId(userId)
                .setType(isDelete() ? RatingEventType.RATING_EVENT_TYPE_DELETE : RatingEventType.RATING_EVENT_TYPE_PUT)
                .setProviderId("test");
        value.ifPresent(message::setValue);
        ratedAt.ifPresent(message::setRatedAt);
        return message.build();
    }
}
