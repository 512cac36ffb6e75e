package com.movieexample.ingester.explain;

import com.movieexample.runtime.errors.ServiceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does long work, each on a thread of its own, and refuses more than a few at a time: who waited in line would wait for
 * too long. Owns its threads; thread-safe.
 */
final class FewAtATime implements AutoCloseable {
    private final String what;
    private final int most;
    private final Duration retryAfter;
    private final Semaphore free;
    private final ExecutorService threads;

    /** @param what is done, in the plural; names the threads too */
    FewAtATime(String what, int most, Duration retryAfter) {
        this.what = what;
        this.most = most;
        this.retryAfter = retryAfter;
        this.free = new Semaphore(most);
        this.threads = Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run, what);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws ServiceException when as many as may be are under way */
    <T> CompletableFuture<T> run(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw ServiceException.unavailable(
                    "%d %s are being made, expected fewer at a time".formatted(most, what), retryAfter);
        }
        try {
            return CompletableFuture.supplyAsync(() -> released(work), threads);
        } catch (RuntimeException e) {
            // It is being closed, and nothing was begun.
            free.release();
            throw e;
        }
    }

    /** Before anybody learns that it is done: who asks again at once is let in. */
    private <T> T released(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
