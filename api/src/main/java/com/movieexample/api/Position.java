package com.movieexample.api;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the log has a record: a topic partition and an offset, written {@code ratings/3:1042}. */
public record Position(String topic, int partition, long offset) implements Comparable<Position> {
    private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,9}):(\\d{1,18})");
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::topic)
            .thenComparingInt(Position::partition)
            .thenComparingLong(Position::offset);

    /** The inverse of {@link #toString()}. */
    public static Position parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    Positions.HEADER, text, "topic/partition:offset, for example ratings/3:1042");
        }
        return new Position(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    /** By topic, partition and offset. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + '/' + partition + ':' + offset;
    }
}
