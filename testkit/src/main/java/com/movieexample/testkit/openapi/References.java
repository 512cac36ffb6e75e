package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds what a document refers to within itself. Immutable. */
public record References(JsonNode document) {
    /** What the node stands for: itself, unless it is a reference. */
    public JsonNode follow(JsonNode node) {
        JsonNode reference = node.get("$ref");
        if (reference == null) {
            return node;
        }
        JsonNode found = document.at(reference.asText().substring(1));
        if (found.isMissingNode()) {
            throw new AssertionError("nothing is at " + reference.asText());
        }
        return found;
    }
}
