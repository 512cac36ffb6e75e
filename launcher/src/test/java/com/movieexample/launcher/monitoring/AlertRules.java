package com.movieexample.launcher.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file {@code docs/monitoring/alerts.yaml}. */
record AlertRules(List<JsonNode> alerts) {
    /** @param marquee Marquee's own folder */
    static AlertRules in(Path marquee) throws IOException {
        JsonNode file = new YAMLMapper().readTree(Files.readString(marquee.resolve("docs/monitoring/alerts.yaml")));
        List<JsonNode> alerts = new ArrayList<>();
        file.get("groups").forEach(group -> group.get("rules").forEach(alerts::add));
        return new AlertRules(alerts);
    }

    List<String> expressions() {
        return alerts.stream().map(alert -> alert.get("expr").asText()).toList();
    }

    List<String> names() {
        return alerts.stream().map(alert -> alert.get("alert").asText()).toList();
    }
}
