package com.movieexample.bench.intake;

/** What is wrong with a bad line. */
enum Flaw {
    BROKEN_JSON("body", "{\"userId\":\"7\",\"recordId\":\"603\",\"val"),
    OFF_THE_SCALE("value", line("7", "603", "7.5")),
    NO_USER("userId", "{\"recordId\":\"603\",\"value\":4.5,\"ratedAt\":\"2026-03-01T00:00:00Z\"}"),
    WRONG_TYPE("value", line("7", "603", "\"good\"")),
    LONG_ID("recordId", line("7", "6".repeat(257), "4.5"));

    private final String field;
    private final String text;

    Flaw(String field, String text) {
        this.field = field;
        this.text = text;
    }

    private static String line(String userId, String recordId, String value) {
        return "{\"userId\":\"%s\",\"recordId\":\"%s\",\"value\":%s,\"ratedAt\":\"2026-03-01T00:00:00Z\"}"
                .formatted(userId, recordId, value);
    }

    /** The field that a refusal has to name. */
    String field() {
        return field;
    }

    /** A line that has it, and nothing else that is wrong. */
    String text() {
        return text;
    }
}
