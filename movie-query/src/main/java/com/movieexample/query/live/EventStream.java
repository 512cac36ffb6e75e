package com.movieexample.query.live;

import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.http.HttpAnswers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Server-sent events to one client, without a thread that waits for it: while the client takes nothing only the newest
 * state is kept, and one that takes nothing for long is given up by the server. Thread-safe.
 */
public final class EventStream<M> implements Watcher<M>, WriteListener {
    /** A comment, for proxies and for the server to see that the client is still there. */
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    /** How soon a browser comes back when the stream broke off. */
    private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final ServletOutputStream out;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Consumer<EventStream<M>> whenItEnds;
    private byte[] next = RETRY;
    private byte[] newest;
    private boolean unflushed;
    private boolean waiting = true;
    private boolean last;

    private EventStream(ServletOutputStream out, Consumer<EventStream<M>> whenItEnds) {
        this.out = out;
        this.whenItEnds = whenItEnds;
    }

    /**
     * Begins the answer.
     *
     * @param request that was made asynchronous
     * @param whenItEnds is called once
     */
    public static <M> EventStream<M> begin(AsyncContext request, Consumer<EventStream<M>> whenItEnds) {
        request.setTimeout(0);
        HttpServletResponse response = (HttpServletResponse) request.getResponse();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("utf-8");
        response.setHeader("Cache-Control", "no-store");
        // Some proxies hold back what they get until there is more of it.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            return to(response.getOutputStream(), whenItEnds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <M> EventStream<M> to(ServletOutputStream out, Consumer<EventStream<M>> whenItEnds) {
        EventStream<M> stream = new EventStream<>(out, whenItEnds);
        out.setWriteListener(stream);
        return stream;
    }

    @Override
    public synchronized void update(Update<M> update) {
        newest = update.serverSentEvent();
        write();
    }

    @Override
    public synchronized void fail(Problem problem) {
        String text =
                "event: problem\ndata: " + new String(HttpAnswers.problem(problem), StandardCharsets.UTF_8) + "\n\n";
        newest = text.getBytes(StandardCharsets.UTF_8);
        last = true;
        write();
    }

    @Override
    public synchronized void beat() {
        if (next == null && newest == null) {
            next = BEAT;
            write();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        waiting = false;
        write();
    }

    private void write() {
        try {
            while (!waiting && !ended.isDone() && hasMore()) {
                if (out.isReady()) {
                    writeOne();
                } else {
                    // From here on onWritePossible goes on.
                    waiting = true;
                }
            }
            if (last && !waiting && !hasMore()) {
                end();
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    private boolean hasMore() {
        return unflushed || next != null || newest != null;
    }

    private void writeOne() throws IOException {
        if (next != null) {
            out.write(next);
            next = null;
            unflushed = true;
        } else if (newest != null) {
            out.write(newest);
            newest = null;
            unflushed = true;
        } else {
            unflushed = false;
            out.flush();
        }
    }

    /** The client went away, or took nothing for too long. */
    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void end() {
        if (ended.complete(null)) {
            whenItEnds.accept(this);
        }
    }

    /** Done at the end, which is for the caller to complete the request at. */
    public CompletableFuture<Void> ended() {
        return ended;
    }
}
