package com.movieexample.runtime.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives the parameters of a path to each of its operations, first and unless the operation has one of its own in their
 * place. It means the same; but Swagger UI shows a reference among the parameters of a path as an empty line.
 */
final class PathParameters {
    private static final String PARAMETERS = "parameters";

    private final ObjectNode document;

    private PathParameters(ObjectNode document) {
        this.document = document;
    }

    static void giveToOperations(ObjectNode document) {
        PathParameters parameters = new PathParameters(document);
        document.path("paths").forEach(path -> parameters.give((ObjectNode) path));
    }

    private void give(ObjectNode path) {
        if (path.remove(PARAMETERS) instanceof ArrayNode ofPath) {
            path.properties().forEach(member -> {
                if (member.getValue() instanceof ObjectNode operation) {
                    operation.set(PARAMETERS, all(ofPath, operation.withArray(PARAMETERS)));
                }
            });
        }
    }

    private ArrayNode all(ArrayNode ofPath, ArrayNode ofOperation) {
        Set<String> own = new HashSet<>();
        ofOperation.forEach(parameter -> own.add(place(parameter)));
        ArrayNode all = document.arrayNode();
        ofPath.valueStream()
                .filter(parameter -> !own.contains(place(parameter)))
                .forEach(all::add);
        return all.addAll(ofOperation);
    }

    private String place(JsonNode parameter) {
        JsonNode found = parameter.has("$ref")
                ? document.at(parameter.get("$ref").asText().substring(1))
                : parameter;
        return found.path("in").asText() + " " + found.path("name").asText();
    }
}
