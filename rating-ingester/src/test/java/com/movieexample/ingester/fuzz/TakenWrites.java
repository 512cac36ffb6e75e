package com.movieexample.ingester.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.movieexample.api.Positions;
import java.util.List;

/** Reads from an answer which writes were taken, and that it says of each what became of it. */
final class TakenWrites {
    private TakenWrites() {}

    static void ofOne(Answer answer, Acknowledged taken) {
        if (answer.status() == 200) {
            taken.at(answer.header(Positions.HEADER).orElseThrow(() -> new AssertionError("no position")));
        } else if (answer.json().has("position")) {
            taken.at(answer.json().get("position").asText());
        }
    }

    static void ofBatch(Answer answer, Acknowledged taken) {
        if (answer.status() != 200 && answer.status() != 207 && answer.status() != 422) {
            return;
        }
        JsonNode items = answer.json().path("items");
        int refused = 0;
        for (JsonNode item : items) {
            if (item.has("position")) {
                taken.at(item.get("position").asText());
            } else {
                DocumentedAnswers.checkProblem(item.path("problem"), 400);
                refused++;
            }
        }
        int expected = refused == 0 ? 200 : refused < items.size() ? 207 : 422;
        if (items.isEmpty() || answer.status() != expected) {
            throw new AssertionError(refused + " of " + items.size() + " refused");
        }
    }

    static void ofStream(Answer answer, Acknowledged taken) {
        if (answer.status() != 200) {
            return;
        }
        List<String> lines = answer.text().lines().toList();
        JsonNode summary = Answer.json(lines.get(lines.size() - 1)).path("summary");
        if (!summary.path("taken").isIntegralNumber() || summary.path("refused").asInt(-1) != lines.size() - 1) {
            throw new AssertionError("no summary of " + (lines.size() - 1) + " refused lines");
        }
        lines.subList(0, lines.size() - 1)
                .forEach(
                        line -> DocumentedAnswers.checkProblem(Answer.json(line).path("problem"), 400));
        taken.some(summary.get("taken").asLong());
    }
}
