package com.movieexample.runtime.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What operations have in common: the errors that a request may get before any handler sees it, and whether a key may be
 * needed. An operation that says more of the same status keeps its own word.
 */
final class SharedOperationParts {
    private static final Set<String> READS = Set.of("get", "head", "options");
    private static final Set<String> WRITES = Set.of("put", "post", "patch", "delete");

    private final ObjectNode parts;

    /** @param parts with {@code every} for all operations and {@code write} for those that may change something */
    SharedOperationParts(ObjectNode parts) {
        this.parts = parts;
    }

    void addTo(ObjectNode document) {
        for (JsonNode path : document.path("paths")) {
            for (Map.Entry<String, JsonNode> member : path.properties()) {
                boolean writes = WRITES.contains(member.getKey());
                if (writes || READS.contains(member.getKey())) {
                    complete((ObjectNode) member.getValue(), writes);
                }
            }
        }
    }

    private void complete(ObjectNode operation, boolean writes) {
        if (writes) {
            fill(operation, parts.withObject("/write"));
        }
        fill(operation, parts.withObject("/every"));
        ObjectNode responses = operation.withObject("/responses");
        Map<String, JsonNode> byStatus = new TreeMap<>();
        responses.properties().forEach(response -> byStatus.put(response.getKey(), response.getValue()));
        responses.removeAll();
        responses.setAll(byStatus);
    }

    private static void fill(ObjectNode operation, ObjectNode part) {
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            String name = member.getKey();
            if (name.equals("responses")) {
                ObjectNode responses = operation.withObject("/responses");
                member.getValue()
                        .properties()
                        .forEach(response -> responses.putIfAbsent(response.getKey(), response.getValue()));
            } else {
                operation.putIfAbsent(name, member.getValue());
            }
        }
    }
}
