package com.movieexample.ingester.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What docs/api.md says of every answer. */
final class DocumentedAnswers {
    /** Of errors; 500 is never meant. */
    private static final Set<Integer> ERRORS =
            Set.of(400, 404, 405, 408, 413, 414, 415, 417, 422, 429, 431, 499, 503, 504);

    private static final Set<Integer> SUCCESSES = Set.of(200, 207);

    /** What tells of the inside. No request holds any of it. */
    private static final List<String> INSIDE = List.of(
            "\tat ",
            "com.movieexample",
            "com.fasterxml",
            "com.google",
            "org.eclipse",
            "org.apache",
            "io.javalin",
            "java.",
            "jakarta.",
            "kotlin.",
            "Exception",
            "StackOverflow",
            "OutOfMemory");

    private DocumentedAnswers() {}

    static void check(Answer answer, boolean toHead) {
        if (!SUCCESSES.contains(answer.status()) && !ERRORS.contains(answer.status())) {
            throw new AssertionError("a status that is not documented");
        }
        INSIDE.forEach(word -> {
            if (answer.text().contains(word) || answer.headers().toString().contains(word)) {
                throw new AssertionError("tells of the inside: " + word);
            }
        });
        if (Set.of(429, 503).contains(answer.status())
                && answer.header("Retry-After").isEmpty()) {
            throw new AssertionError(answer.status() + " without Retry-After");
        }
        if (ERRORS.contains(answer.status()) && answer.status() != 422 && !toHead) {
            checkProblem(answer);
        }
    }

    private static void checkProblem(Answer answer) {
        if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
            throw new AssertionError("an error that is no application/problem+json");
        }
        checkProblem(answer.json(), answer.status());
    }

    static void checkProblem(JsonNode problem, int status) {
        boolean whole = problem.path("type").isTextual()
                && problem.path("title").isTextual()
                && problem.path("detail").isTextual()
                && problem.path("status").asInt() == status;
        if (!whole) {
            throw new AssertionError("no whole problem of status " + status + ": " + problem);
        }
    }
}
