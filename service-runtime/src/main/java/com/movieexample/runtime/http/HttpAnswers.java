package com.movieexample.runtime.http;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.requests.RequestId;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Answers a request, at once or when a future is done. */
public final class HttpAnswers {
    private static final String JSON = "application/json";
    private static final Json PROBLEMS = new Json();

    private HttpAnswers() {}

    /** With a value that is JSON already. */
    public static void json(Context context, byte[] utf8) {
        context.contentType(JSON);
        try {
            // Javalin's own way copies a result through a new buffer of 32 KiB, however short it is.
            context.outputStream().write(utf8, 0, utf8.length);
        } catch (IOException e) {
            throw ServiceException.of(ErrorKind.CANCELLED, "the caller went away before it had the answer");
        }
    }

    /** With a problem, and what else is to be said with it. */
    public static void problem(Context context, Problem problem, Map<String, Object> more) {
        problem.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Long.toString(seconds)));
        Map<String, Object> body = ProblemJson.of(problem);
        body.putAll(more);
        ProblemJson.addRequestId(
                body, problem.kind().httpStatus(), context.res().getHeader(RequestId.HEADER));
        context.status(problem.kind().httpStatus())
                .contentType(ProblemJson.CONTENT_TYPE)
                .result(PROBLEMS.write(body));
    }

    /** A problem as JSON, where it is no answer of its own. */
    public static byte[] problem(Problem problem) {
        return PROBLEMS.write(ProblemJson.of(problem));
    }

    /** Does not hold up a thread; and what is done already is answered without the detour of an asynchronous request. */
    public static <T> void later(Context context, CompletableFuture<T> found, Consumer<T> answer) {
        if (found.isDone()) {
            answer.accept(found.join());
        } else {
            context.future(() -> found.thenAccept(answer));
        }
    }
}
