package com.movieexample.launcher.importing;

import com.movieexample.api.EventTime;
import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.runtime.http.Json;
import com.movieexample.topics.RecordKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Events of ratings, as JSON or as columns of the same names. The value of a delete is not looked at. */
final class RatingEntries implements EntryType<RatingEvent> {
    private static final Json JSON = new Json();

    /** An event as JSON; what is not known is null. */
    record EventJson(
            String userId,
            String recordId,
            String recordType,
            BigDecimal value,
            String providerId,
            String eventType,
            Instant ratedAt) {}

    @Override
    public RatingEvent ofJson(byte[] utf8) {
        EventJson json = JSON.read(utf8, EventJson.class);
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setUserId(orEmpty(json.userId()))
                .setRecordId(orEmpty(json.recordId()))
                .setRecordType(Objects.requireNonNullElse(json.recordType(), RecordKey.MOVIE))
                .setProviderId(orEmpty(json.providerId()))
                .setType(type(Objects.requireNonNullElse(json.eventType(), "put")));
        if (isPut(event) && json.value() != null) {
            event.setValue(Hundredths.of("value", json.value()));
        }
        if (json.ratedAt() != null) {
            event.setRatedAt(EventTime.millis("ratedAt", json.ratedAt()));
        }
        return event.build();
    }

    @Override
    public RatingEvent ofColumns(Map<String, String> columns) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setUserId(columns.getOrDefault("userId", ""))
                .setRecordId(columns.getOrDefault("recordId", ""))
                .setRecordType(columns.getOrDefault("recordType", RecordKey.MOVIE))
                .setProviderId(columns.getOrDefault("providerId", ""))
                .setType(type(columns.getOrDefault("eventType", "put")));
        if (isPut(event) && columns.containsKey("value")) {
            event.setValue(Hundredths.parse("value", columns.get("value")));
        }
        if (columns.containsKey("ratedAt")) {
            event.setRatedAt(EventTime.millis("ratedAt", EventTime.parse("ratedAt", columns.get("ratedAt"))));
        }
        return event.build();
    }

    private static boolean isPut(RatingEvent.Builder event) {
        return event.getType() == RatingEventType.RATING_EVENT_TYPE_PUT;
    }

    private static RatingEventType type(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "put" -> RatingEventType.RATING_EVENT_TYPE_PUT;
            case "delete" -> RatingEventType.RATING_EVENT_TYPE_DELETE;
            default -> throw new InvalidInputException("eventType", text, "put or delete");
        };
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
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
