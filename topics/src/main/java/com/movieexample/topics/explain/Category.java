package com.movieexample.topics.explain;

import com.movieexample.topics.rules.RatingVersion;
import java.util.Locale;

/** What became of an event. Each event is in exactly one of them. */
public enum Category {
    COUNTED("stand now, and make the mean"),
    REPLACED("stood until a newer event of the same user came"),
    DELETED("deletes that stand, and ratings that a delete took away"),
    LATE("came after a newer one of the same user, and never counted"),
    DUPLICATE("the same as what stood already"),
    BAD("against the rules"),
    MISPLACED("under another key or on another partition, passed over");

    private final String meaning;

    Category(String meaning) {
        this.meaning = meaning;
    }

    /** For people, of several events. */
    public String meaning() {
        return meaning;
    }

    /** Its name in JSON and in tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of an event that no other has taken the place of. */
    static Category standing(RatingVersion version) {
        return version.live() ? COUNTED : DELETED;
    }

    /** Of an event that stood until {@code next} took its place. */
    static Category superseded(RatingVersion previous, RatingVersion next) {
        return previous.live() && !next.live() ? DELETED : REPLACED;
    }

    /** Of an event that does not take the place of what stands. */
    static Category passedOver(RatingVersion version, RatingVersion standing) {
        return version.equals(standing) ? DUPLICATE : LATE;
    }
}
