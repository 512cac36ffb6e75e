package com.movieexample.launcher.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file {@code docs/monitoring/dashboard.json}. */
record Dashboard(JsonNode json) {
    /** @param marquee Marquee's own folder */
    static Dashboard in(Path marquee) throws IOException {
        return new Dashboard(
                new JsonMapper().readTree(Files.readString(marquee.resolve("docs/monitoring/dashboard.json"))));
    }

    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        json.get("panels").forEach(panels::add);
        return panels;
    }

    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        json.findValues("expr").forEach(expression -> expressions.add(expression.asText()));
        return expressions;
    }
}
