package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An operation of an OpenAPI document. Immutable.
 *
 * @param method in upper case
 * @param template the path with parameters in braces
 */
public record Operation(String method, String template, JsonNode node, References references) {
    public String id() {
        return node.path("operationId").asText();
    }

    /** As {@code GET /v1/movies/{id}}. */
    public String route() {
        return method + " " + template;
    }

    /** Without references. */
    public List<JsonNode> parameters() {
        return node.path("parameters").valueStream().map(references::follow).toList();
    }

    /** Without references; empty for a status that it does not have. */
    public Optional<JsonNode> response(int status) {
        return Optional.ofNullable(node.path("responses").get(Integer.toString(status)))
                .map(references::follow);
    }

    /** @param encodedPath without a query */
    boolean isAt(String encodedPath) {
        String[] segments = encodedPath.split("/", -1);
        String[] templates = template.split("/", -1);
        return segments.length == templates.length
                && IntStream.range(0, segments.length)
                        .allMatch(i -> templates[i].startsWith("{") || templates[i].equals(segments[i]));
    }

    /** The path that says most itself comes first: {@code /docs/{file}} after {@code /docs/start.js}. */
    int placeholders() {
        return (int) template.chars().filter(c -> c == '{').count();
    }
}
