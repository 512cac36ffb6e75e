package com.movieexample.topics;

import com.google.common.base.Splitter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * A set of positions, of each partition the greatest: what a reader must have seen. Travels as the HTTP header or
 * gRPC metadata {@code Marquee-Position}, the single positions separated by commas.
 */
public record Positions(Map<TopicPartition, Long> offsets) {
    /** The HTTP header's name. gRPC metadata has it in lower case, as HTTP/2 demands. */
    public static final String HEADER = "Marquee-Position";

    public static final Positions NONE = new Positions(Map.of());

    public Positions {
        offsets = Map.copyOf(offsets);
    }

    public static Positions of(Collection<Position> positions) {
        Map<TopicPartition, Long> greatest = new HashMap<>();
        for (Position position : positions) {
            greatest.merge(new TopicPartition(position.topic(), position.partition()), position.offset(), Math::max);
        }
        return new Positions(greatest);
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

    /** The offset of each partition of one topic. */
    public Map<Integer, Long> in(String topic) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map(entry ->
                        new Position(entry.getKey().topic(), entry.getKey().partition(), entry.getValue()).toString())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
