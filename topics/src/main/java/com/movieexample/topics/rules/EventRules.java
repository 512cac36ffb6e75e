package com.movieexample.topics.rules;

import com.google.common.hash.Hashing;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.Ids;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rating event must keep. A generation of the ratings view is bound to the rules it was built by.
 *
 * @param scales the scale of each configured record type
 * @param defaultScale the scale of every other record type
 * @param tolerance how far an event may be dated after the time at which the log took it
 */
public record EventRules(Map<String, RatingScale> scales, RatingScale defaultScale, Duration tolerance) {
    public static final EventRules DEFAULT = new EventRules(Map.of(), RatingScale.HALF_STARS, Duration.ofMinutes(1));

    /**
     * Raised by hand whenever {@link #require} or {@link EventReader} takes an event for good, or reads a good one,
     * otherwise than before: then views differ. Bad or misplaced is one to them, they pass over both.
     */
    static final int DECODER = 1;

    public EventRules {
        scales = Map.copyOf(scales);
    }

    public RatingScale scaleOf(String recordType) {
        return scales.getOrDefault(recordType, defaultScale);
    }

    /**
     * Refuses a bad event.
     *
     * @param logTime when the log took the event, or the present for one that is about to be sent; ms since 1970
     * @throws InvalidInputException naming the first field that breaks a rule
     */
    public void require(RatingEvent event, long logTime) {
        Ids.require("recordType", event.getRecordType());
        Ids.require("recordId", event.getRecordId());
        Ids.require("userId", event.getUserId());
        if (!event.getProviderId().isEmpty()) {
            Ids.require("providerId", event.getProviderId());
        }
        requireValue(event);
        if (event.hasRatedAt()) {
            requireTime(event.getRatedAt(), logTime);
        }
    }

    private void requireValue(RatingEvent event) {
        switch (event.getType()) {
            case RATING_EVENT_TYPE_PUT -> {
                if (!event.hasValue()) {
                    throw new InvalidInputException("value", "", "a value, since the event is a put");
                }
                // An unsigned value above 2^31 reads as a negative one, and is refused with it.
                scaleOf(event.getRecordType()).require(event.getValue());
            }
            case RATING_EVENT_TYPE_DELETE -> {
                if (event.hasValue()) {
                    throw new InvalidInputException(
                            "value", Integer.toString(event.getValue()), "none, since the event is a delete");
                }
            }
            default -> throw new InvalidInputException("type", event.getType().toString(), "a put or a delete");
        }
    }

    private void requireTime(long ratedAt, long logTime) {
        if (ratedAt < 0 || ratedAt > logTime + tolerance.toMillis()) {
            throw new InvalidInputException(
                    "ratedAt",
                    Instant.ofEpochMilli(ratedAt).toString(),
                    "a time from 1970 to " + Instant.ofEpochMilli(logTime + tolerance.toMillis()));
        }
    }

    /** The version that a good event makes. */
    static RatingVersion versionOf(RatingEvent event, long logTime) {
        boolean explicit = event.hasRatedAt();
        long time = explicit ? event.getRatedAt() : logTime;
        return event.getType() == RatingEventType.RATING_EVENT_TYPE_DELETE
                ? RatingVersion.delete(time, explicit)
                : RatingVersion.put(time, explicit, event.getValue());
    }

    static RecordKey keyOf(RatingEvent event) {
        return new RecordKey(event.getRecordType(), event.getRecordId());
    }

    /** Sixteen hex digits that identify the rules, the hash and the decoder; equal rules have equal ones anywhere. */
    public String fingerprint() {
        return Hashing.farmHashFingerprint64()
                .hashString(toString(), StandardCharsets.UTF_8)
                .toString();
    }

    /** As the control topic keeps them. */
    public com.movieexample.api.v1.EventRules toMessage() {
        var message = com.movieexample.api.v1.EventRules.newBuilder()
                .setDefaultScale(defaultScale.toMessage())
                .setToleranceMs(tolerance.toMillis())
                .setHash(Partitioning.HASH)
                .setDecoder(DECODER)
                .setFingerprint(fingerprint());
        scales.forEach((type, scale) -> message.putScales(type, scale.toMessage()));
        return message.build();
    }

    /**
     * The inverse of {@link #toMessage()}.
     *
     * @throws IllegalArgumentException when the message is of rules that this version of Marquee can't follow
     */
    public static EventRules of(com.movieexample.api.v1.EventRules message) {
        Map<String, RatingScale> scales = new HashMap<>();
        message.getScalesMap().forEach((type, scale) -> scales.put(type, RatingScale.of(scale)));
        EventRules rules = new EventRules(
                scales, RatingScale.of(message.getDefaultScale()), Duration.ofMillis(message.getToleranceMs()));
        if (!rules.fingerprint().equals(message.getFingerprint())) {
            throw new IllegalArgumentException(
                    "rules %s were made by another version of Marquee: hash %s and decoder %d, expected %s and %d"
                            .formatted(
                                    message.getFingerprint(),
                                    message.getHash(),
                                    message.getDecoder(),
                                    Partitioning.HASH,
                                    DECODER));
        }
        return rules;
    }

    /** In one fixed form, since the fingerprint is taken from it. */
    @Override
    public String toString() {
        return "scales=%s default=%s tolerance=%dms hash=%s decoder=%d"
                .formatted(new TreeMap<>(scales), defaultScale, tolerance.toMillis(), Partitioning.HASH, DECODER);
    }
}
