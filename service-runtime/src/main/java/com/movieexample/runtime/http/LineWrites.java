package com.movieexample.runtime.http;

import com.google.common.io.FileBackedOutputStream;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.lines.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
final class LineWrites implements AutoCloseable {
    /**
     * How many short lines may be under way: enough that the log gets full batches, though it answers one only after
     * milliseconds. A longer line counts as many, so the text of all is about a mebibyte at most.
     */
    static final int IN_FLIGHT = 4_000;

    private static final int SHORT_LINE_CHARACTERS = 256;

    /** A line of two bytes may get a hundred times as many. */
    static final long MOST_LISTED_BYTES = 256L << 20;

    private static final int BYTES_IN_MEMORY = 64 << 10;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Json JSON = new Json();

    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final FileBackedOutputStream refusedLines = new FileBackedOutputStream(BYTES_IN_MEMORY);
    private final long mostListedBytes;
    private long listedBytes;
    private long taken;
    private long refused;
    private long listed;
    private Positions positions = Positions.NONE;
    private Throwable failure;

    /** @param mostListedBytes of refused lines; from the first one that finds no room on they are only counted */
    LineWrites(long mostListedBytes) {
        this.mostListedBytes = mostListedBytes;
    }

    /** Starts a write once there is room for it; one that throws what is a refusal is refused. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void submit(Line line, Supplier<CompletableFuture<Position>> write) {
        int size = Math.min(IN_FLIGHT, 1 + line.text().length() / SHORT_LINE_CHARACTERS);
        acquire(size);
        start(write).whenComplete((position, thrown) -> {
            settle(line.number(), position, thrown);
            room.release(size);
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
    synchronized void copyRefusedLines(OutputStream to) throws IOException {
        refusedLines.asByteSource().copyTo(to);
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
        } catch (InvalidInputException | ServiceException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void settle(long line, Position position, Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause == null) {
            taken++;
            positions = positions.and(new Positions(List.of(position)));
        } else if (Problems.of(cause).kind().isRefusal()) {
            refused++;
            list(line, Problems.of(cause));
        } else if (failure == null) {
            failure = cause;
        }
    }

    /** The list has no holes: after one that was left out none is listed. */
    private void list(long line, Problem problem) {
        if (refused - listed > 1) {
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("problem", ProblemJson.of(problem));
        byte[] json = JSON.write(entry);
        if (listedBytes + json.length >= mostListedBytes) {
            return;
        }
        try {
            refusedLines.write(json);
            refusedLines.write('\n');
            listedBytes += json.length + 1;
            listed++;
        } catch (IOException e) {
            failure = ServiceException.unavailable("the refused lines can't be kept: " + e.getMessage(), TRY_AGAIN, e);
        }
    }

    /** Deletes what was kept. */
    @Override
    public synchronized void close() {
        try {
            refusedLines.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acquire(int count) {
        try {
            room.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.unavailable("the service is stopping", TRY_AGAIN);
        }
    }
}
