package com.movieexample.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.movieexample.api.InvalidInputException;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON merge patch (RFC 7396) of values of one type: its members take the place of the value's, null takes one away.
 * Immutable and thread-safe.
 */
public final class MergePatch<T> {
    public static final String CONTENT_TYPE = "application/merge-patch+json";

    private static final Json JSON = new Json();

    private final Class<T> type;
    private final ObjectNode members;

    private MergePatch(Class<T> type, ObjectNode members) {
        this.type = type;
        this.members = members;
    }

    /**
     * Reads one.
     *
     * @param type of which every member may be null
     * @throws InvalidInputException naming the field, what it held and what was expected, also for a field that the type
     *     does not have: taking away what was only misspelt must not look like success
     */
    public static <T> MergePatch<T> read(byte[] utf8, Class<T> type) {
        JSON.read(utf8, type);
        return new MergePatch<>(type, JSON.read(utf8, ObjectNode.class));
    }

    /** @param value what is to be changed; without one the patch is all there is */
    public T applyTo(Optional<T> value) {
        return JSON.read(JSON.write(merge(JSON.tree(value.isPresent() ? value.get() : Map.of()), members)), type);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            if (member.getValue().isNull()) {
                target.remove(name);
            } else if (member.getValue() instanceof ObjectNode inner) {
                target.set(name, merge(target.get(name) instanceof ObjectNode old ? old : target.objectNode(), inner));
            } else {
                target.set(name, member.getValue());
            }
        }
        return target;
    }
}
