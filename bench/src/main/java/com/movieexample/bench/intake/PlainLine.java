package com.movieexample.bench.intake;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.time.Instant;

/** A line as a good engineer would read it who needs no more than to tell the bad ones. */
record PlainLine(String userId, String recordId, Double value, String eventType, String ratedAt) {
    private static final int LONGEST_ID = 256;
    private static final int HUNDREDTHS = 100;
    private static final int STEP = 50;
    private static final int GREATEST = 500;

    /** @throws IllegalArgumentException for a bad one */
    RatingEvent toMessage() {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId(id(recordId))
                .setUserId(id(userId))
                .setRatedAt(Instant.parse(ratedAt).toEpochMilli());
        return "delete".equals(eventType)
                ? event.setType(RatingEventType.RATING_EVENT_TYPE_DELETE).build()
                : event.setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setValue(hundredths())
                        .build();
    }

    private static String id(String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("no id: " + id);
        }
        return id;
    }

    private int hundredths() {
        int hundredths = value == null ? 0 : (int) Math.round(value * HUNDREDTHS);
        if (hundredths < STEP || hundredths > GREATEST || hundredths % STEP != 0) {
            throw new IllegalArgumentException("not on the scale: " + value);
        }
        return hundredths;
    }
}
