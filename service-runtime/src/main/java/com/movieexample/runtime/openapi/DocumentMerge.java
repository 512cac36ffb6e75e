package com.movieexample.runtime.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Adds one document to another. Nothing is replaced: what both say is a mistake of one of them. */
final class DocumentMerge {
    private DocumentMerge() {}

    /** @throws IllegalStateException naming what both say */
    static void add(ObjectNode document, ObjectNode more) {
        add(document, more, "#");
    }

    private static void add(ObjectNode document, ObjectNode more, String place) {
        for (Map.Entry<String, JsonNode> member : more.properties()) {
            String name = member.getKey();
            JsonNode there = document.get(name);
            if (there == null) {
                document.set(name, member.getValue());
            } else if (there instanceof ObjectNode object && member.getValue() instanceof ObjectNode added) {
                add(object, added, place + "/" + name);
            } else if (there instanceof ArrayNode array && member.getValue() instanceof ArrayNode added) {
                array.addAll(added);
            } else {
                throw new IllegalStateException("an API's document says " + place + "/" + name
                        + ", which every service has already; expected one of them to go");
            }
        }
    }
}
