package com.movieexample.api;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which part of the log an answer reflects. Travels as {@code Marquee-Position}, {@code Marquee-Lag} and
 * {@code Marquee-Generation}, in an HTTP header or gRPC metadata. A caller who hands the positions in with the next read never reads anything older.
 *
 * @param reflects of each partition that the answer comes from the last position that is included; none of one that is
 *     empty
 * @param lag how many offsets of these partitions follow that are not included; empty while the end of the log is not
 *     known
 * @param generation of the ratings view that it comes from; empty for one that has nothing of it
 */
public record Freshness(Positions reflects, OptionalLong lag, OptionalInt generation) {
    /** The HTTP header's name: a number, or {@code unknown}. */
    public static final String LAG_HEADER = "Marquee-Lag";

    /** The HTTP header's name: a number. */
    public static final String GENERATION_HEADER = "Marquee-Generation";

    private static final String UNKNOWN = "unknown";

    public static final Freshness NONE = new Freshness(Positions.NONE, OptionalLong.of(0), OptionalInt.empty());

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
        return new Freshness(reflects, lag, OptionalInt.empty());
    }

    /** The same of an answer that comes from a generation. */
    public Freshness from(int number) {
        return new Freshness(reflects, lag, OptionalInt.of(number));
    }

    /**
     * Of an answer that is made of several.
     *
     * @throws IllegalStateException if they come from different generations: nobody may be given such an answer
     */
    public Freshness and(Freshness other) {
        OptionalLong sum = lag.isPresent() && other.lag.isPresent()
                ? OptionalLong.of(lag.getAsLong() + other.lag.getAsLong())
                : OptionalLong.empty();
        return new Freshness(reflects.and(other.reflects), sum, sameGeneration(other));
    }

    private OptionalInt sameGeneration(Freshness other) {
        if (generation.isEmpty() || other.generation.isEmpty()) {
            return generation.isEmpty() ? other.generation : generation;
        }
        if (generation.getAsInt() != other.generation.getAsInt()) {
            throw new IllegalStateException("an answer of generations %d and %d of the ratings view"
                    .formatted(generation.getAsInt(), other.generation.getAsInt()));
        }
        return generation;
    }

    /** The value of {@link #LAG_HEADER}. */
    public String lagText() {
        return lag.isPresent() ? Long.toString(lag.getAsLong()) : UNKNOWN;
    }
}
