package com.movieexample.api.json;

import com.movieexample.api.EventTime;
import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A rating event as JSON; what is not known is null and left out.
 *
 * @param recordType {@code movie} if null
 * @param eventType {@code put}, also if null, or {@code delete}
 */
public record RatingEventJson(
        String userId,
        String recordId,
        String recordType,
        BigDecimal value,
        String providerId,
        String eventType,
        Instant ratedAt) {
    private static final String MOVIE = "movie";
    private static final String PUT = "put";
    private static final String DELETE = "delete";

    public static RatingEventJson of(RatingEvent event) {
        return new RatingEventJson(
                event.getUserId(),
                event.getRecordId(),
                event.getRecordType(),
                event.hasValue() ? Hundredths.toDecimal(event.getValue()) : null,
                event.getProviderId().isEmpty() ? null : event.getProviderId(),
                textOf(event.getType()),
                event.hasRatedAt() ? Instant.ofEpochMilli(event.getRatedAt()) : null);
    }

    /**
     * The message; whether it keeps the rules is not looked at.
     *
     * @throws InvalidInputException for what no message can hold
     */
    public RatingEvent toMessage() {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setUserId(orEmpty(userId))
                .setRecordId(orEmpty(recordId))
                .setRecordType(Objects.requireNonNullElse(recordType, MOVIE))
                .setProviderId(orEmpty(providerId))
                .setType(typeOf(Objects.requireNonNullElse(eventType, PUT)));
        if (value != null) {
            event.setValue(Hundredths.of("value", value));
        }
        if (ratedAt != null) {
            event.setRatedAt(EventTime.millis("ratedAt", ratedAt));
        }
        return event.build();
    }

    /** @throws InvalidInputException for another text than {@code put} or {@code delete}, in whatever case */
    public static RatingEventType typeOf(String eventType) {
        return switch (eventType.toLowerCase(Locale.ROOT)) {
            case PUT -> RatingEventType.RATING_EVENT_TYPE_PUT;
            case DELETE -> RatingEventType.RATING_EVENT_TYPE_DELETE;
            default -> throw new InvalidInputException("eventType", eventType, "put or delete");
        };
    }

    /** One that is neither stays one that is neither, and is refused as such. */
    private static String textOf(RatingEventType type) {
        return switch (type) {
            case RATING_EVENT_TYPE_PUT -> null;
            case RATING_EVENT_TYPE_DELETE -> DELETE;
            default -> type.toString();
        };
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
