package com.movieexample.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.movieexample.bench.contest.Figures;
import java.util.Map;

/** The report for programs: {@code report.json}. A figure that is missing is null. */
final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = MAPPER.getNodeFactory();

    private JsonReport() {}

    static String of(Report report) throws JsonProcessingException {
        ObjectNode json = NODES.objectNode();
        ArrayNode measures = json.putArray("measures");
        report.results().forEach(result -> measures.add(measure(result)));
        json.put("date", report.began().toString());
        json.put("seconds", report.took().toSeconds());
        json.put("seed", report.seed());
        json.put("runs", report.runs());
        json.set("machine", MAPPER.valueToTree(report.machine()));
        report.problems().forEach(json.putArray("problems")::add);
        report.missing().forEach(json.putArray("missing")::add);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static ObjectNode measure(Result result) {
        ObjectNode json = NODES.objectNode();
        json.put("id", result.id());
        json.put("size", result.size());
        json.put("unit", result.unit());
        figure(json, "median", result.figures().median());
        json.set("runs", runs(result.figures()));
        ObjectNode baselines = json.putObject("baselines");
        result.baselines().forEach((name, figures) -> figure(baselines, name, figures.median()));
        json.put("title", result.title());
        json.put("better", result.more() ? "more" : "less");
        figure(json, "least", result.figures().least());
        figure(json, "greatest", result.figures().greatest());
        json.set("baselineRuns", runs(result.baselines()));
        ArrayNode targets = json.putArray("targets");
        for (Result.Target target : result.targets()) {
            targets.addObject()
                    .put("text", target.text())
                    .put("reached", target.reached())
                    .put("met", target.met());
        }
        result.remarks().forEach(json.putArray("remarks")::add);
        return json;
    }

    private static ObjectNode runs(Map<String, Figures> baselines) {
        ObjectNode json = NODES.objectNode();
        baselines.forEach((name, figures) -> json.set(name, runs(figures)));
        return json;
    }

    private static ArrayNode runs(Figures figures) {
        ArrayNode json = NODES.arrayNode();
        figures.runs().forEach(run -> json.add(number(run)));
        return json;
    }

    private static void figure(ObjectNode json, String name, double figure) {
        json.set(name, number(figure));
    }

    /** JSON has no word for what is not a number, and whole ones read better without a point. */
    private static JsonNode number(double figure) {
        if (!Double.isFinite(figure)) {
            return NODES.nullNode();
        }
        return figure == Math.rint(figure) ? NODES.numberNode((long) figure) : NODES.numberNode(figure);
    }
}
