package com.movieexample.runtime.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The components of a document that it refers to. A service uses only some of those that all share. */
final class UsedComponents {
    private static final String PREFIX = "#/components/";
    /** Named, not referred to. */
    private static final String SECURITY = "securitySchemes";

    private final Set<String> seen = new HashSet<>();
    private final Deque<JsonNode> toLookAt = new ArrayDeque<>();

    private UsedComponents() {}

    /** Takes the others away. */
    static void keepIn(ObjectNode document) {
        if (document.remove("components") instanceof ObjectNode components) {
            document.set("components", new UsedComponents().of(document, components));
        }
    }

    private ObjectNode of(ObjectNode document, ObjectNode components) {
        toLookAt.add(document);
        while (!toLookAt.isEmpty()) {
            toLookAt.remove().findValues("$ref").forEach(reference -> lookInto(reference.asText(), components));
        }
        document.findValues("security").stream()
                .flatMap(JsonNode::valueStream)
                .forEach(schemes -> schemes.fieldNames().forEachRemaining(scheme -> seen.add(name(SECURITY, scheme))));
        ObjectNode used = components.objectNode();
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    if (seen.contains(name(kind.getKey(), component.getKey()))) {
                        used.withObject("/" + kind.getKey()).set(component.getKey(), component.getValue());
                    }
                }));
        return used;
    }

    private void lookInto(String reference, ObjectNode components) {
        if (!reference.startsWith(PREFIX)) {
            return;
        }
        List<String> path = Splitter.on('/').splitToList(reference.substring(PREFIX.length()));
        String name = name(path.get(0), path.get(1));
        if (seen.add(name)) {
            toLookAt.add(components.path(path.get(0)).path(path.get(1)));
        }
    }

    private static String name(String kind, String component) {
        return kind + "/" + component;
    }
}
