package com.movieexample.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.movieexample.testkit.openapi.EventText;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an example shows, without what is different each time: where the log has something, when it took it, and how long
 * the log is. Times that the request gives stay, since they come back.
 *
 * @param request all of its text
 */
record ExampleAnswer(String request) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern POSITION = Pattern.compile("([a-z-]+)/\\d+:\\d+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern EVENTS = Pattern.compile("^data:", Pattern.MULTILINE);
    /** How much of the log was read or follows, and a token that has the day in it. */
    private static final Set<String> ANY = Set.of("scanned", "lag", "nextPageToken");

    void requireLike(JsonNode example, String answer) throws IOException {
        JsonNode shown = example.isTextual() ? lines(example.textValue()) : example;
        JsonNode seen = example.isTextual() ? lines(answer) : JSON.readTree(answer);
        assertThat(settled(seen).toPrettyString()).isEqualTo(settled(shown).toPrettyString());
    }

    /** Of a stream of lines, or of events. */
    private static ArrayNode lines(String text) throws IOException {
        ArrayNode lines = JSON.createArrayNode();
        if (EVENTS.matcher(text).find()) {
            return lines.addAll(EventText.parse(text));
        }
        for (String line : text.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private JsonNode settled(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode settled = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                settled.set(
                        member.getKey(),
                        ANY.contains(member.getKey()) ? TextNode.valueOf("any") : settled(member.getValue()));
            }
            return settled;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode settled = JSON.createArrayNode();
            array.forEach(element -> settled.add(settled(element)));
            return settled;
        }
        return value.isTextual() ? TextNode.valueOf(settled(value.textValue())) : value;
    }

    private String settled(String text) {
        if (TIME.matcher(text).matches()) {
            return request.contains(text) ? text : "a time";
        }
        if (DAY.matcher(text).matches()) {
            return "a day";
        }
        return POSITION.matcher(text).replaceAll("a position in $1");
    }
}
