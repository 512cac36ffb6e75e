package com.movieexample.api;

import com.google.common.base.Splitter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        // Every read makes some of none or one.
        if (positions.size() <= 1) {
            return List.copyOf(positions);
        }
        Map<String, Position> greatest = new TreeMap<>();
        for (Position position : positions) {
            greatest.merge(position.topic() + '/' + position.partition(), position, Positions::greater);
        }
        return greatest.values().stream().sorted().toList();
    }

    private static Position greater(Position a, Position b) {
        return a.offset() >= b.offset() ? a : b;
    }

    /** These and others, of each partition the greatest. */
    public Positions and(Positions others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        return of(Stream.concat(all.stream(), others.all.stream()).toList());
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
        return all.stream().map(Position::toString).collect(Collectors.joining(","));
    }
}
