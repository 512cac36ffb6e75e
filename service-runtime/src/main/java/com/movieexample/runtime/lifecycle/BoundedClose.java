package com.movieexample.runtime.lifecycle;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Closes one component on a thread of its own, and leaves it behind when it takes too long. */
final class BoundedClose {
    private final String owner;
    private final Component component;

    BoundedClose(String owner, Component component) {
        this.owner = owner;
        this.component = component;
    }

    /** @throws IllegalStateException naming the component if it failed or was not closed in time */
    void run(Duration limit) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            component.close();
            return null;
        });
        Thread thread = new Thread(task, owner + "-close-" + component.name());
        // Left behind, it must not keep the process alive.
        thread.setDaemon(true);
        thread.start();
        await(task, limit);
    }

    private void await(FutureTask<Void> task, Duration limit) {
        try {
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failed("failed to close: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            throw failed("was not closed after " + limit.toMillis() + " ms, went on without it", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw failed("was interrupted while it closed", e);
        }
    }

    private IllegalStateException failed(String what, Throwable cause) {
        return new IllegalStateException(owner + ": " + component.name() + " " + what, cause);
    }
}
