package com.movieexample.topics;

/**
 * The headers that Marquee's own records carry beside key and value; their values are UTF-8 unless said otherwise.
 * Names that begin with {@code marquee-} are Marquee's.
 */
public final class EventHeaders {
    /**
     * On a copy by the router, and on an event that came back from the dead letters: the position of the event that it
     * was made of, {@code ratings/3:1042}. The last header of this name is the nearest origin.
     */
    public static final String ORIGIN = "marquee-origin";

    /** On a dead letter: what is wrong with the event, for people. */
    public static final String REASON = "marquee-reason";

    /** On a dead letter: the key of the event, in bytes; there is no such header if it had no key. */
    public static final String KEY = "marquee-key";

    /** On a dead letter: when the log took the event, ms since 1970. */
    public static final String LOG_TIME = "marquee-log-time";

    /** On a dead letter, {@code true}: the event had no value. Without it an empty value was an empty one. */
    public static final String NULL_VALUE = "marquee-null-value";

    /** On a dead letter whose value was too large to be kept whole: how many bytes the event's value has. */
    public static final String CUT_FROM = "marquee-cut-from";

    /** What the names of all headers begin with that Marquee gives a meaning to. */
    public static final String RESERVED = "marquee-";

    private EventHeaders() {}
}
