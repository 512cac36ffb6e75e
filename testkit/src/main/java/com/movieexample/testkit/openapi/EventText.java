package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Server-sent events as JSON: each is an object with its fields, and {@code data} is the JSON that it holds. */
public final class EventText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BETWEEN_EVENTS = "\n\n";

    private EventText() {}

    /** @throws JsonProcessingException if data is no JSON */
    public static List<JsonNode> parse(String text) throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        for (String block : text.split(BETWEEN_EVENTS, -1)) {
            ObjectNode event = event(block);
            if (!event.isEmpty()) {
                events.add(event);
            }
        }
        return events;
    }

    private static ObjectNode event(String block) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        for (String line : block.lines().toList()) {
            int colon = line.indexOf(':');
            // A line that begins with one is a comment.
            if (colon > 0) {
                String name = line.substring(0, colon);
                String value = line.substring(colon + 1).strip();
                event.set(name, name.equals("data") ? JSON.readTree(value) : event.textNode(value));
            }
        }
        return event;
    }
}
