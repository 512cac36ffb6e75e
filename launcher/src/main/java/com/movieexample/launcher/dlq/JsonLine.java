package com.movieexample.launcher.dlq;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.movieexample.launcher.dlq.DlqListCommand.Row;

/** A dead letter as one line of JSON: {@code {"origin":"ratings/3:1042","time":"…","reason":"…"}}. */
final class JsonLine {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonLine() {}

    static String of(Row row) {
        return JSON.createObjectNode()
                .put("origin", row.origin().toString())
                .put("time", Shown.time(row.logTime()))
                .put("reason", row.reason())
                .toString();
    }
}
