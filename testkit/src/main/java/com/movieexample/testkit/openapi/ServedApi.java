package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document of a running service, and whether its answers are as it says. Thread-safe. */
public final class ServedApi {
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    /** Answers to what is no operation: nothing is there, or not with this method. */
    private static final Set<Integer> NO_OPERATION = Set.of(404, 405);

    private static final String PROBLEM = "{\"content\": {\"application/problem+json\": "
            + "{\"schema\": {\"$ref\": \"#/components/schemas/Problem\"}}}, "
            + "\"headers\": {\"Allow\": {\"schema\": {\"type\": \"string\"}}}}";

    /** By their text: many tests ask the same service. */
    private static final Map<String, ServedApi> KNOWN = new ConcurrentHashMap<>();

    private final References references;
    private final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();

    private ServedApi(JsonNode document) {
        references = new References(document);
        schemas = new Schemas(document);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                String method = member.getKey().toUpperCase(Locale.ROOT);
                if (METHODS.contains(method)) {
                    operations.add(new Operation(method, path.getKey(), member.getValue(), references));
                }
            }
        }
    }

    /** @param document as JSON */
    public static ServedApi of(String document) {
        return KNOWN.computeIfAbsent(document, text -> new ServedApi(json(text)));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the OpenAPI document is no JSON: " + text, e);
        }
    }

    /** In the order of the document. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** All of them, as {@code GET /v1/movies/{id}}. */
    public List<String> routes() {
        return operations.stream().map(Operation::route).toList();
    }

    /**
     * Fails unless the answer is documented for its operation: its status, headers, content type and body. Where there is
     * no operation, only the problem that says so is right.
     *
     * @param path encoded; a query does not matter
     */
    public void check(String method, String path, HttpResponse<String> answer) {
        List<String> faults = faults(method, path.split("\\?", 2)[0], answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s is not answered as documented:%n%s%n%d %s%n%s"
                    .formatted(
                            method,
                            path,
                            String.join("\n", faults),
                            answer.statusCode(),
                            answer.headers().map(),
                            answer.body()));
        }
    }

    /**
     * Fails unless events of a stream are documented.
     *
     * @param path of what answers with the stream, encoded; a query does not matter
     */
    public void checkEvents(String path, String events) {
        JsonNode documented = operation("GET", path.split("\\?", 2)[0])
                .flatMap(operation -> operation.response(200))
                .map(response -> response.path("content").path(BodyCheck.EVENTS))
                .filter(media -> media.has("schema"))
                .orElseThrow(() -> new AssertionError("no stream of events is documented for " + path));
        List<String> faults =
                new BodyCheck(references, schemas).faults(BodyCheck.EVENTS, documented.get("schema"), events);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s does not send events as documented:%n%s%n%s"
                    .formatted(path, String.join("\n", faults), events));
        }
    }

    private List<String> faults(String method, String path, HttpResponse<String> answer) {
        int status = answer.statusCode();
        Optional<Operation> operation = operation(method, path);
        if (operation.isEmpty()) {
            return NO_OPERATION.contains(status)
                    ? faults(json(PROBLEM), answer)
                    : List.of("the operation is not documented, and is no 404 or 405");
        }
        return operation
                .get()
                .response(status)
                .map(documented -> faults(documented, answer))
                .orElseGet(() -> List.of("the status is not documented"));
    }

    private List<String> faults(JsonNode documented, HttpResponse<String> answer) {
        return new AnswerCheck(references, schemas, documented, answer).faults();
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path))
                .min(Comparator.comparing(Operation::placeholders));
    }
}
