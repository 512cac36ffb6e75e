package com.movieexample.runtime.http;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.lines.Line;
import com.movieexample.runtime.lines.LineReader;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Takes a body of newline-delimited JSON, of any length and in bounded memory, and writes each line on its own. The
 * answer is of the same kind: a line for each refused line, then a summary; or, if the writes can't go on, a problem in
 * place of the summary. It begins when the whole body has been read, so a client that sends first and reads then is never
 * blocked; until then many refused lines wait in a temporary file. Thread-safe.
 *
 * @param <T> what a line holds
 */
public final class NdjsonWrites<T> {
    public static final String CONTENT_TYPE = MediaType.NDJSON;

    /** Of a body that is no longer looked at, this much is still read: a client that is sending reads no answer. */
    private static final long DISCARDED_BYTES = 256L << 20;

    private static final Json JSON = new Json();

    private final Class<T> type;
    private final BiFunction<Caller, T, CompletableFuture<Position>> write;
    private final long mostListedBytes;

    /** @param write throws {@link InvalidInputException} for what is to be refused */
    public NdjsonWrites(Class<T> type, BiFunction<Caller, T, CompletableFuture<Position>> write) {
        this(type, write, LineWrites.MOST_LISTED_BYTES);
    }

    NdjsonWrites(Class<T> type, BiFunction<Caller, T, CompletableFuture<Position>> write, long mostListedBytes) {
        this.type = type;
        this.write = write;
        this.mostListedBytes = mostListedBytes;
    }

    /**
     * @throws ServiceException of kind {@code UNSUPPORTED_MEDIA_TYPE}, or {@code CANCELLED} if the body ends before its
     *     end
     */
    public void handle(Context context) {
        requireNdjson(context);
        try (LineWrites writes = new LineWrites(mostListedBytes)) {
            Optional<Throwable> failure = readAll(context.bodyInputStream(), writes, RequestClient.of(context));
            HttpPositions.written(context, writes.positions());
            context.contentType(CONTENT_TYPE);
            answer(writes, failure, context.outputStream());
        }
    }

    private static void requireNdjson(Context context) {
        String mediaType = MediaType.of(context);
        if (!mediaType.equals(CONTENT_TYPE)) {
            throw ServiceException.unsupportedMediaType(
                    "the content type is " + mediaType + ", expected " + CONTENT_TYPE);
        }
    }

    private Optional<Throwable> readAll(InputStream body, LineWrites writes, Client client) {
        try {
            LineReader lines = new LineReader(body);
            var line = lines.next();
            while (line.isPresent() && writes.failure().isEmpty()) {
                take(line.get(), writes, client);
                line = lines.next();
            }
            writes.await();
            if (writes.failure().isPresent()) {
                body.skip(DISCARDED_BYTES);
            }
            return writes.failure();
        } catch (IOException e) {
            throw ServiceException.of(ErrorKind.CANCELLED, "the body can't be read to its end");
        }
    }

    private void take(Line line, LineWrites writes, Client client) {
        if (line.problem().isPresent() || !line.text().isBlank()) {
            pause(client.debt());
            client.spend(1);
            writes.submit(
                    line,
                    () -> write.apply(
                            client.caller(), JSON.read(line.readable().getBytes(StandardCharsets.UTF_8), type)));
        }
    }

    /** Who writes more than it may in a second is not read from for so long. */
    private static void pause(Duration debt) {
        if (debt.isZero()) {
            return;
        }
        try {
            Thread.sleep(debt.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", Duration.ofSeconds(1));
        }
    }

    private static void answer(LineWrites writes, Optional<Throwable> failure, OutputStream answer) {
        try {
            writes.copyRefusedLines(answer);
            answer.write(JSON.write(failure.map(NdjsonWrites::problem).orElseGet(writes::summary)));
            answer.write('\n');
        } catch (IOException e) {
            throw ServiceException.of(ErrorKind.CANCELLED, "the caller went away before it had the answer");
        }
    }

    private static Map<String, Object> problem(Throwable failure) {
        Problem problem = Problems.report(failure, "a stream of writes");
        return Map.of("problem", ProblemJson.of(problem));
    }
}
