package com.movieexample.runtime.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The OpenAPI document of one service. The service writes its own operations, schemas and examples; what every service
 * has in common stands in {@code shared.yaml} next to this class. Immutable.
 */
public final class ApiDocument {
    private static final String SHARED = "shared.yaml";
    /** What the shared part adds to operations; it is no part of OpenAPI, nor of what is served. */
    private static final String OPERATIONS = "x-operations";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] json;

    private ApiDocument(byte[] json) {
        this.json = json;
    }

    /**
     * Reads and completes what a service wrote.
     *
     * @param resource of the class path, YAML
     * @param version of the program; empty if unknown
     * @throws IllegalStateException if it is missing, no YAML, or says what the shared part says already
     */
    public static ApiDocument of(String resource, String version) {
        ObjectNode document = read(resource);
        ObjectNode shared = read(SHARED);
        ObjectNode ofOperations = (ObjectNode) shared.remove(OPERATIONS);
        DocumentMerge.add(document, shared);
        new SharedOperationParts(ofOperations).addTo(document);
        PathParameters.giveToOperations(document);
        UsedComponents.keepIn(document);
        document.withObject("/info").put("version", version.isEmpty() ? "unknown" : version);
        return new ApiDocument(write(document));
    }

    private static ObjectNode read(String resource) {
        try (InputStream yaml = ApiDocument.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            // Jackson's own reader makes text of an alias.
            Object read = new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(yaml);
            return JSON.valueToTree(read);
        } catch (IOException | YamlEngineException e) {
            throw new IllegalStateException(resource + " can't be read", e);
        }
    }

    private static byte[] write(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, in UTF-8. */
    public byte[] json() {
        return json.clone();
    }
}
