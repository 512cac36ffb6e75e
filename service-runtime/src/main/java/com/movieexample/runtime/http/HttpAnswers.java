package com.movieexample.runtime.http;

import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Answers a request, at once or when a future is done. */
public final class HttpAnswers {
    private static final String JSON = "application/json";

    private HttpAnswers() {}

    /** With a value that is JSON already. */
    public static void json(Context context, byte[] utf8) {
        context.contentType(JSON).result(utf8);
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
