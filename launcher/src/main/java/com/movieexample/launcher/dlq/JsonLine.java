package com.movieexample.launcher.dlq;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import com.movieexample.topics.deadletters.Resubmitted;

/** A dead letter, or what became of it, as one line of JSON; each begins with its {@code origin}. */
final class JsonLine {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonLine() {}

    /** With {@code time} and {@code reason}. */
    static String of(DeadLetterSummary row) {
        return begin(row.origin())
                .put("time", Shown.time(row.logTime()))
                .put("reason", Shown.text(row.reason()))
                .toString();
    }

    /** With {@code position} and {@code ratedAt}. */
    static String of(Resubmitted letter) {
        return begin(letter.origin())
                .put("position", letter.position().toString())
                .put("ratedAt", letter.ratedAt().toString())
                .toString();
    }

    /** With {@code detail}, {@code field}, {@code value} and {@code expected}. */
    static String of(Position origin, InvalidInputException why) {
        return begin(origin)
                .put("detail", why.getMessage())
                .put("field", why.field())
                .put("value", why.value())
                .put("expected", why.expected())
                .toString();
    }

    /** With nothing else. */
    static String of(Position origin) {
        return begin(origin).toString();
    }

    private static ObjectNode begin(Position origin) {
        return JSON.createObjectNode().put("origin", origin.toString());
    }
}
