package com.movieexample.topics.rules;

/**
 * What an event makes of a user's rating, and when. Versions of one rating stand in a total order; the last one is
 * what counts.
 *
 * @param time the event time in ms since 1970: its {@code rated_at}, or without one the time the log took it
 * @param explicit whether the event carried its time itself
 * @param live false for a delete
 * @param value in hundredths; 0 for a delete
 */
public record RatingVersion(long time, boolean explicit, boolean live, int value) {
    public static RatingVersion put(long time, boolean explicit, int value) {
        return new RatingVersion(time, explicit, true, value);
    }

    public static RatingVersion delete(long time, boolean explicit) {
        return new RatingVersion(time, explicit, false, 0);
    }

    /**
     * Whether this version, which the log holds at a higher offset than {@code previous}, takes its place. By time;
     * at the same time an implicit one beats an explicit one; of two explicit ones a delete beats a put, then the
     * higher value the lower; of two implicit ones the higher offset, which is this one. Between explicit events
     * offsets never decide, so duplicates and copies change nothing.
     */
    public boolean supersedes(RatingVersion previous) {
        if (time != previous.time) {
            return time > previous.time;
        }
        if (explicit != previous.explicit) {
            return !explicit;
        }
        if (!explicit) {
            return true;
        }
        if (live != previous.live) {
            return !live;
        }
        return value > previous.value;
    }
}
