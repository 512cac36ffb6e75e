package com.movieexample.api;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A set of positions, of each partition the greatest: what a reader must have seen, or what an answer reflects. Travels
 * as the HTTP header or gRPC metadata {@code Marquee-Position}, the single positions separated by commas.
 *
 * @param all at most one of each partition, ascending
 */
public record Positions(List<Position> all) {
    /** The HTTP header's name. gRPC metadata has it in lower case, as HTTP/2 demands. */
    public static final String HEADER = "Marquee-Position";

    public static final Positions NONE = new Positions(List.of());

    public Positions {
        all = greatestOfEach(all);
    }

    public static Positions of(Collection<Position> positions) {
        return new Positions(List.copyOf(positions));
    }

    /** Reads a header's value; an empty one holds none. */
    public static Positions parse(String header) {
        return of(Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(header)
                .map(Position::parse)
                .toList());
    }

    private static List<Position> greatestOfEach(List<Position> positions) {
        List<Position> greatest = new ArrayList<>(positions);
        Collections.sort(greatest);
        // Of one partition the greatest comes last.
        for (int i = greatest.size() - 2; i >= 0; i--) {
            if (greatest.get(i).samePartition(greatest.get(i + 1))) {
                greatest.remove(i);
            }
        }
        return List.copyOf(greatest);
    }

    /** These and others, of each partition the greatest. */
    public Positions and(Positions others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<Position> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Positions(both);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The offset of each partition of one topic. */
    public Map<Integer, Long> in(String topic) {
        return all.stream()
                .filter(position -> position.topic().equals(topic))
                .collect(Collectors.toMap(Position::partition, Position::offset));
    }

    @Override
    public String toString() {
        // Every answer carries it.
        StringBuilder text = new StringBuilder();
        for (Position position : all) {
            text.append(text.isEmpty() ? "" : ",").append(position);
        }
        return text.toString();
    }
}
