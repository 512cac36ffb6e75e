package com.movieexample.launcher.importing;

import com.movieexample.api.EventTime;
import com.movieexample.api.Hundredths;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventOrBuilder;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.http.Json;
import com.movieexample.topics.RecordKey;
import java.util.List;
import java.util.Map;

/** Events of ratings, as JSON or as columns of the same names. The value of a delete is not looked at. */
final class RatingEntries implements EntryType<RatingEvent> {
    private static final Json JSON = new Json();

    @Override
    public RatingEvent ofJson(byte[] utf8) {
        RatingEvent event = JSON.read(utf8, RatingEventJson.class).toMessage();
        return isPut(event) ? event : event.toBuilder().clearValue().build();
    }

    @Override
    public RatingEvent ofColumns(Map<String, String> columns) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setUserId(columns.getOrDefault("userId", ""))
                .setRecordId(columns.getOrDefault("recordId", ""))
                .setRecordType(columns.getOrDefault("recordType", RecordKey.MOVIE))
                .setProviderId(columns.getOrDefault("providerId", ""))
                .setType(RatingEventJson.typeOf(columns.getOrDefault("eventType", "put")));
        if (isPut(event) && columns.containsKey("value")) {
            event.setValue(Hundredths.parse("value", columns.get("value")));
        }
        if (columns.containsKey("ratedAt")) {
            event.setRatedAt(EventTime.millis("ratedAt", EventTime.parse("ratedAt", columns.get("ratedAt"))));
        }
        return event.build();
    }

    private static boolean isPut(RatingEventOrBuilder event) {
        return event.getType() == RatingEventType.RATING_EVENT_TYPE_PUT;
    }

    @Override
    public List<String> columns() {
        return List.of("userId", "recordId", "recordType", "value", "providerId", "eventType", "ratedAt");
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("userId", "recordId");
    }
}
