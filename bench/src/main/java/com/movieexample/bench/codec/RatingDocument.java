package com.movieexample.bench.codec;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;

/** A rating event as text formats have it; what is unset is null and left out. */
record RatingDocument(
        String recordType,
        String recordId,
        String userId,
        Integer value,
        Change type,
        Long ratedAt,
        String providerId) {
    enum Change {
        PUT,
        DELETE
    }

    static RatingDocument of(RatingEvent event) {
        return new RatingDocument(
                event.getRecordType(),
                event.getRecordId(),
                event.getUserId(),
                event.hasValue() ? event.getValue() : null,
                changeOf(event.getType()),
                event.hasRatedAt() ? event.getRatedAt() : null,
                event.getProviderId());
    }

    RatingEvent toMessage() {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(recordType)
                .setRecordId(recordId)
                .setUserId(userId)
                .setType(
                        type == Change.PUT
                                ? RatingEventType.RATING_EVENT_TYPE_PUT
                                : RatingEventType.RATING_EVENT_TYPE_DELETE)
                .setProviderId(providerId);
        if (value != null) {
            event.setValue(value);
        }
        if (ratedAt != null) {
            event.setRatedAt(ratedAt);
        }
        return event.build();
    }

    private static Change changeOf(RatingEventType type) {
        return type == RatingEventType.RATING_EVENT_TYPE_PUT ? Change.PUT : Change.DELETE;
    }
}
