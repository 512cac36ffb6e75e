package com.movieexample.topics;

import static org.apache.kafka.clients.CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kafka refuses to make a client that gives the whole of an operation less time than one request of it. Where the user
 * sets one of the two, Marquee's choice of the other gives way.
 */
final class DependentTimeouts {
    private static final List<String> WHOLE = List.of(DELIVERY_TIMEOUT_MS_CONFIG, DEFAULT_API_TIMEOUT_MS_CONFIG);

    private DependentTimeouts() {}

    /** @param given the names that the user has set; where he set both, it is for Kafka to refuse them */
    static void adapt(Map<String, Object> settings, Set<String> given) {
        WHOLE.forEach(whole -> number(settings, whole)
                .ifPresent(time -> number(settings, REQUEST_TIMEOUT_MS_CONFIG)
                        .ifPresent(request -> adapt(settings, given, whole, time, request))));
    }

    private static void adapt(Map<String, Object> settings, Set<String> given, String whole, int time, int request) {
        int linger = whole.equals(DELIVERY_TIMEOUT_MS_CONFIG)
                ? number(settings, LINGER_MS_CONFIG).orElse(0)
                : 0;
        if (time >= request + linger) {
            return;
        }
        if (!given.contains(whole)) {
            settings.put(whole, request + linger);
        } else if (!given.contains(REQUEST_TIMEOUT_MS_CONFIG)) {
            settings.put(REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, time - linger));
        }
    }

    /** Empty for what is none: Kafka says so itself. */
    private static Optional<Integer> number(Map<String, Object> settings, String name) {
        try {
            return Optional.ofNullable(settings.get(name))
                    .map(value -> Integer.valueOf(value.toString().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
