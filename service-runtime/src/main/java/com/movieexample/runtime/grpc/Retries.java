package com.movieexample.runtime.grpc;

import java.util.List;
import java.util.Map;

/** Which calls are made again when nobody could answer, in the form of gRPC's service config. */
final class Retries {
    /** Numbers are doubles there, as in JSON. */
    private static final Map<String, Object> POLICY = Map.of(
            // Of three instances one may be starting, and be picked again.
            "maxAttempts",
            5.0,
            "initialBackoff",
            "0.05s",
            "maxBackoff",
            "0.2s",
            "backoffMultiplier",
            2.0,
            "retryableStatusCodes",
            List.of("UNAVAILABLE"));

    private Retries() {}

    /** @param services by their full names, such as {@code movieexample.v1.AggregateService} */
    static Map<String, ?> of(List<String> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        List<Map<String, String>> names =
                services.stream().map(service -> Map.of("service", service)).toList();
        return Map.of("methodConfig", List.of(Map.of("name", names, "retryPolicy", POLICY)));
    }
}
