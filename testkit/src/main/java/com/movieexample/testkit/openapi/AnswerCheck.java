package com.movieexample.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds one answer against what is documented for its status. */
final class AnswerCheck {
    /** Beside those of Marquee; others are the business of HTTP. */
    private static final Set<String> TELLING =
            Set.of("retry-after", "preference-applied", "www-authenticate", "allow", "etag");

    private final References references;
    private final Schemas schemas;
    private final JsonNode documented;
    private final HttpResponse<String> answer;
    private final List<String> faults = new ArrayList<>();

    AnswerCheck(References references, Schemas schemas, JsonNode documented, HttpResponse<String> answer) {
        this.references = references;
        this.schemas = schemas;
        this.documented = documented;
        this.answer = answer;
    }

    /** What is not as it is documented. */
    List<String> faults() {
        checkHeaders();
        checkBody();
        return faults;
    }

    private void checkHeaders() {
        JsonNode headers = documented.path("headers");
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            names.add(header.getKey().toLowerCase(Locale.ROOT));
            checkHeader(header.getKey(), references.follow(header.getValue()));
        }
        answer.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("marquee-") || TELLING.contains(name))
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add("the header " + name + " is not documented"));
    }

    private void checkHeader(String name, JsonNode header) {
        List<String> values = answer.headers().allValues(name);
        if (values.isEmpty() && header.path("required").asBoolean()) {
            faults.add("the header " + name + " is missing");
        }
        values.forEach(value -> require(name, header.get("schema"), TextNode.valueOf(value)));
    }

    private void checkBody() {
        JsonNode content = documented.path("content");
        String body = answer.body();
        if (body.isEmpty()) {
            if (!content.isMissingNode() && !documented.path("x-body").asText().equals("optional")) {
                faults.add("the body is empty");
            }
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
        JsonNode media = content.get(type);
        if (media == null) {
            faults.add("the content type " + type + " is not documented");
        } else {
            faults.addAll(new BodyCheck(references, schemas).faults(type, media.get("schema"), body));
        }
    }

    private void require(String what, JsonNode schema, JsonNode value) {
        schemas.faults(schema, value).forEach(fault -> faults.add(what + " " + fault));
    }
}
