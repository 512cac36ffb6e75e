package com.movieexample.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the log has a record: a topic partition and an offset, written {@code ratings/3:1042}. */
public record Position(String topic, int partition, long offset) implements Comparable<Position> {
    private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,9}):(\\d{1,18})");

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
        int order = topic.compareTo(other.topic);
        if (order == 0) {
            order = Integer.compare(partition, other.partition);
        }
        return order == 0 ? Long.compare(offset, other.offset) : order;
    }

    boolean samePartition(Position other) {
        return partition == other.partition && topic.equals(other.topic);
    }

    @Override
    public String toString() {
        return topic + '/' + partition + ':' + offset;
    }
}
