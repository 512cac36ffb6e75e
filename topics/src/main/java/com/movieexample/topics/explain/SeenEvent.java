package com.movieexample.topics.explain;

import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is kept of an event. Long texts of bad ones are cut, since nothing else bounds them.
 *
 * @param userId empty if the event can't be read
 * @param value in hundredths; empty if it has none
 * @param time that it counts by, in ms since 1970: its own, or the time at which the log took it
 * @param explicit whether it is its own
 * @param providerId empty if none is known
 * @param origin the position of the event that it is a copy of, as its header says; empty if it is none
 */
public record SeenEvent(
        Position position,
        Optional<String> userId,
        Kind kind,
        OptionalInt value,
        long time,
        boolean explicit,
        Optional<String> providerId,
        Optional<String> origin) {
    private static final int LONGEST = 256;

    /** What an event does with a rating. */
    public enum Kind {
        PUT,
        DELETE,
        /** Neither: it can't be read, or is bad by just that. */
        UNKNOWN
    }

    static SeenEvent of(Position position, RatingEvent event, long logTime, Optional<String> origin) {
        return new SeenEvent(
                position,
                Optional.of(cut(event.getUserId())),
                kind(event.getType()),
                event.hasValue() ? OptionalInt.of(event.getValue()) : OptionalInt.empty(),
                event.hasRatedAt() ? event.getRatedAt() : logTime,
                event.hasRatedAt(),
                Optional.of(cut(event.getProviderId())).filter(id -> !id.isEmpty()),
                origin.map(SeenEvent::cut));
    }

    static SeenEvent unreadable(Position position, long logTime, Optional<String> origin) {
        return new SeenEvent(
                position,
                Optional.empty(),
                Kind.UNKNOWN,
                OptionalInt.empty(),
                logTime,
                false,
                Optional.empty(),
                origin.map(SeenEvent::cut));
    }

    private static Kind kind(RatingEventType type) {
        return switch (type) {
            case RATING_EVENT_TYPE_PUT -> Kind.PUT;
            case RATING_EVENT_TYPE_DELETE -> Kind.DELETE;
            default -> Kind.UNKNOWN;
        };
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
