package com.movieexample.ingester.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer as it came.
 *
 * @param headers lines
 * @param text of the body
 */
record Answer(int status, List<String> headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    JsonNode json() {
        return json(text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    boolean closes() {
        return header("Connection")
                .filter(value -> value.equalsIgnoreCase("close"))
                .isPresent();
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + (text.length() > 2_000 ? text.substring(0, 2_000) + "\u2026" : text);
    }
}
