package com.movieexample.api;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which part of the log an answer reflects. Travels as {@code Marquee-Position} and {@code Marquee-Lag}, in an HTTP
 * header or gRPC metadata. A caller who hands the positions in with the next read never reads anything older.
 *
 * @param reflects of each partition that the answer comes from the last position that is included; none of one that is
 *     empty
 * @param lag how many offsets of these partitions follow that are not included; empty while the end of the log is not
 *     known
 */
public record Freshness(Positions reflects, OptionalLong lag) {
    /** The HTTP header's name: a number, or {@code unknown}. */
    public static final String LAG_HEADER = "Marquee-Lag";

    private static final String UNKNOWN = "unknown";

    public static final Freshness NONE = new Freshness(Positions.NONE, OptionalLong.of(0));

    /**
     * Of one partition.
     *
     * @param nextOffset the first offset that the answer does not include
     * @param end the offset after the last one of the log, if known
     */
    public static Freshness of(String topic, int partition, long nextOffset, OptionalLong end) {
        Positions reflects = nextOffset == 0
                ? Positions.NONE
                : new Positions(List.of(new Position(topic, partition, nextOffset - 1)));
        OptionalLong lag =
                end.isPresent() ? OptionalLong.of(Math.max(0, end.getAsLong() - nextOffset)) : OptionalLong.empty();
        return new Freshness(reflects, lag);
    }

    /** Of an answer that is made of several. */
    public Freshness and(Freshness other) {
        OptionalLong sum = lag.isPresent() && other.lag.isPresent()
                ? OptionalLong.of(lag.getAsLong() + other.lag.getAsLong())
                : OptionalLong.empty();
        return new Freshness(reflects.and(other.reflects), sum);
    }

    /** The value of {@link #LAG_HEADER}. */
    public String lagText() {
        return lag.isPresent() ? Long.toString(lag.getAsLong()) : UNKNOWN;
    }
}
