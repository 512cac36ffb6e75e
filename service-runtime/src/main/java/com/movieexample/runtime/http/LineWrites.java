package com.movieexample.runtime.http;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The writes of one stream of lines: a bounded number under way, and what became of the others. One thread submits,
 * the writes end on any.
 */
final class LineWrites {
    static final int IN_FLIGHT = 1_000;
    static final int LISTED_LINES = 1_000;
    static final int LISTED_BYTES = 1 << 20;

    private static final Json JSON = new Json();

    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final ByteArrayOutputStream refusedLines = new ByteArrayOutputStream();
    private long taken;
    private long refused;
    private long listed;
    private Positions positions = Positions.NONE;
    private Throwable failure;

    /** Starts a write once there is room for it; one that throws {@link InvalidInputException} is refused. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void submit(long line, Supplier<CompletableFuture<Position>> write) {
        acquire(1);
        start(write).whenComplete((position, thrown) -> {
            settle(line, position, thrown);
            room.release();
        });
    }

    /** Waits for the end of each write. */
    void await() {
        acquire(IN_FLIGHT);
        room.release(IN_FLIGHT);
    }

    /** Why the writes can't go on. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized Positions positions() {
        return positions;
    }

    /** Each with its problem, as lines of JSON. */
    synchronized byte[] refusedLines() {
        return refusedLines.toByteArray();
    }

    synchronized Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("taken", taken);
        summary.put("refused", refused);
        if (listed < refused) {
            summary.put("listed", listed);
        }
        if (!positions.isEmpty()) {
            summary.put("position", positions.toString());
        }
        return Map.of("summary", summary);
    }

    private static CompletableFuture<Position> start(Supplier<CompletableFuture<Position>> write) {
        try {
            return write.get();
        } catch (InvalidInputException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void settle(long line, Position position, Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause == null) {
            taken++;
            positions = positions.and(new Positions(List.of(position)));
        } else if (cause instanceof InvalidInputException) {
            refused++;
            list(line, Problems.of(cause));
        } else if (failure == null) {
            failure = cause;
        }
    }

    /** From the first one that finds no room on none is listed, so that the list has no holes. */
    private void list(long line, Problem problem) {
        if (refused - listed > 1 || listed == LISTED_LINES) {
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("problem", ProblemJson.of(problem));
        byte[] json = JSON.write(entry);
        if (refusedLines.size() + json.length < LISTED_BYTES) {
            refusedLines.writeBytes(json);
            refusedLines.write('\n');
            listed++;
        }
    }

    private void acquire(int count) {
        try {
            room.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", Duration.ofSeconds(1));
        }
    }
}
