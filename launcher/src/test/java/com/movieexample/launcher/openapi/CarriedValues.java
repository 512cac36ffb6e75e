package com.movieexample.launcher.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Positions;
import com.movieexample.testkit.openapi.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What answers hand on to the requests after them, as the links of their document say, and all positions to every read.
 * Not thread-safe.
 */
final class CarriedValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "$response.header.";
    private static final String BODY = "$response.body#";

    private final Map<String, Map<String, String>> byOperation = new HashMap<>();
    private Positions seen = Positions.NONE;

    /** By the place and name of a parameter, {@code query.pageToken}. */
    Map<String, String> of(Operation operation) {
        Map<String, String> values = new HashMap<>(Map.of("header." + Positions.HEADER, seen.toString()));
        values.putAll(byOperation.getOrDefault(operation.id(), Map.of()));
        return values;
    }

    void take(Operation operation, HttpResponse<String> answer) throws IOException {
        seen = seen.and(
                Positions.parse(answer.headers().firstValue(Positions.HEADER).orElse("")));
        JsonNode links = operation.response(answer.statusCode()).orElseThrow().path("links");
        for (JsonNode link : links) {
            for (Map.Entry<String, JsonNode> parameter : link.path("parameters").properties()) {
                value(parameter.getValue().asText(), answer)
                        .ifPresent(value -> byOperation
                                .computeIfAbsent(link.get("operationId").asText(), id -> new HashMap<>())
                                .put(parameter.getKey(), value));
            }
        }
    }

    private static Optional<String> value(String expression, HttpResponse<String> answer) throws IOException {
        if (expression.startsWith(HEADER)) {
            return answer.headers().firstValue(expression.substring(HEADER.length()));
        }
        if (expression.startsWith(BODY)) {
            JsonNode found = JSON.readTree(answer.body()).at(expression.substring(BODY.length()));
            return found.isMissingNode() ? Optional.empty() : Optional.of(found.asText());
        }
        throw new IllegalArgumentException("nobody knows what " + expression + " is");
    }
}
