package com.movieexample.topics;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic: its name and its types, and what makes it right.
 *
 * @param partitions how many it must have
 * @param required settings that it must have; without them its views would give other answers
 * @param initial settings that it gets when it is created; an operator may change them afterwards
 */
public record TopicDefinition<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        int partitions,
        Map<String, String> required,
        Map<String, String> initial) {
    public TopicDefinition {
        required = Map.copyOf(required);
        initial = Map.copyOf(initial);
    }
}
