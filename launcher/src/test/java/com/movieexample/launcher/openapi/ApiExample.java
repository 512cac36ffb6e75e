package com.movieexample.launcher.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.movieexample.testkit.openapi.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An example request of an operation, and what it is answered with. Of what has several examples, parameters, bodies and
 * answers, those of the same name belong together; what has one only belongs to all.
 *
 * @param name empty where there is one only
 * @param mediaType of the body; empty if there is none
 */
record ApiExample(Operation operation, String name, Optional<String> mediaType) {
    /** All of an operation, in the order of the document. */
    static List<ApiExample> of(Operation operation) {
        List<ApiExample> examples = new ArrayList<>();
        JsonNode bodies = operation.node().path("requestBody").path("content");
        bodies.properties().stream()
                .filter(body ->
                        body.getValue().has("example") || body.getValue().has("examples"))
                .forEach(body -> names(operation, Stream.of(body.getValue()))
                        .forEach(name -> examples.add(new ApiExample(operation, name, Optional.of(body.getKey())))));
        if (bodies.isEmpty()) {
            names(operation, Stream.empty())
                    .forEach(name -> examples.add(new ApiExample(operation, name, Optional.empty())));
        }
        return examples;
    }

    private static Set<String> names(Operation operation, Stream<JsonNode> body) {
        Set<String> names = names(Stream.concat(operation.parameters().stream(), body));
        return names.isEmpty() ? Set.of("") : names;
    }

    private static Set<String> names(Stream<JsonNode> holders) {
        Set<String> names = new LinkedHashSet<>();
        holders.forEach(holder -> holder.path("examples").fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The names of all answers that are shown to such requests. */
    static Set<String> answers(Operation operation) {
        return names(operation
                .node()
                .get("responses")
                .propertyStream()
                .flatMap(response -> operation
                        .references()
                        .follow(response.getValue())
                        .path("content")
                        .valueStream()));
    }

    /** @param carried values of parameters that earlier answers gave, by {@code query.pageToken} and the like */
    HttpRequest request(String origin, Map<String, String> carried) {
        String path = operation.template();
        List<String> query = new ArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String parameterName = parameter.get("name").asText();
            for (String value : values(parameter, carried)) {
                switch (parameter.get("in").asText()) {
                    case "path" -> path = path.replace("{" + parameterName + "}", encoded(value));
                    case "query" -> query.add(parameterName + "=" + encoded(value));
                    default -> request.header(parameterName, value);
                }
            }
        }
        mediaType.ifPresent(type -> request.header("Content-Type", type));
        return request.uri(URI.create(origin + path + (query.isEmpty() ? "" : "?" + String.join("&", query))))
                .method(operation.method(), publisher())
                .build();
    }

    private List<String> values(JsonNode parameter, Map<String, String> carried) {
        String place =
                parameter.get("in").asText() + "." + parameter.get("name").asText();
        if (carried.containsKey(place)) {
            return List.of(carried.get(place));
        }
        return example(parameter)
                .map(value -> value.isArray()
                        ? value.valueStream().map(JsonNode::asText).toList()
                        : List.of(value.asText()))
                .orElse(List.of());
    }

    private BodyPublisher publisher() {
        return mediaType.isPresent() ? BodyPublishers.ofString(body()) : BodyPublishers.noBody();
    }

    /** Empty if there is none. */
    String body() {
        JsonNode bodies = operation.node().path("requestBody").path("content");
        return mediaType
                .flatMap(type -> example(bodies.get(type)))
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .orElse("");
    }

    /** The status that the example is answered with: the one that shows an answer of its name, or else the good one. */
    int status() {
        return statuses().stream()
                .filter(status -> isNamedBy(status)
                        || contents(status).anyMatch(content -> named(content).isPresent()))
                .findFirst()
                .orElseGet(() -> statuses().get(0));
    }

    /** An answer without a body can't show an example, and so names those that it is of. */
    private boolean isNamedBy(int status) {
        return operation
                .response(status)
                .orElseThrow()
                .path("x-examples")
                .valueStream()
                .anyMatch(example -> example.asText().equals(name));
    }

    /** What the answer's body looks like, as JSON or as text; empty for one that has none. */
    Optional<JsonNode> answer() {
        return contents(status()).flatMap(content -> example(content).stream()).findFirst();
    }

    /** Ascending. */
    private List<Integer> statuses() {
        return operation
                .node()
                .get("responses")
                .propertyStream()
                .map(response -> Integer.valueOf(response.getKey()))
                .toList();
    }

    private Stream<JsonNode> contents(int status) {
        return operation.response(status).orElseThrow().path("content").valueStream();
    }

    private Optional<JsonNode> example(JsonNode holder) {
        return named(holder).or(() -> Optional.ofNullable(holder.get("example")));
    }

    private Optional<JsonNode> named(JsonNode holder) {
        return Optional.ofNullable(holder.path("examples").get(name))
                .map(found -> operation.references().follow(found).get("value"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return operation.id() + (name.isEmpty() ? "" : ", " + name);
    }
}
