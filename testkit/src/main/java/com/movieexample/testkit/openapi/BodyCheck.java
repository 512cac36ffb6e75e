package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a body against what is documented for its content type. Of a stream, of lines or of events, each is held against
 * the {@code contentSchema}.
 */
record BodyCheck(References references, Schemas schemas) {
    static final String EVENTS = "text/event-stream";

    private static final String NDJSON = "application/x-ndjson";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is wrong with it; empty if nothing is. */
    List<String> faults(String type, JsonNode schema, String body) {
        try {
            List<String> faults = new ArrayList<>();
            JsonNode of = isStream(type) ? references.follow(schema).get("contentSchema") : schema;
            for (JsonNode value : values(type, body)) {
                schemas.faults(of, value).forEach(fault -> faults.add("body " + fault));
            }
            return faults;
        } catch (JsonProcessingException e) {
            return List.of("the body is no JSON: " + e.getMessage());
        }
    }

    private static boolean isStream(String type) {
        return type.equals(NDJSON) || type.equals(EVENTS);
    }

    /** None of what is no JSON. */
    private static List<JsonNode> values(String type, String body) throws JsonProcessingException {
        List<JsonNode> values = new ArrayList<>();
        if (type.equals(EVENTS)) {
            values.addAll(EventText.parse(body));
        } else if (type.equals(NDJSON)) {
            for (String line : body.lines().toList()) {
                values.add(JSON.readTree(line));
            }
        } else if (type.endsWith("json")) {
            values.add(JSON.readTree(body));
        }
        return values;
    }
}
