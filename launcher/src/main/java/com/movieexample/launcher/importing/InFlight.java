package com.movieexample.launcher.importing;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The puts that are under way: never more than a limit, so that memory is bounded and the target sets the pace. One
 * thread submits and waits; answers may come on any.
 */
public final class InFlight {
    private final int limit;
    private final Semaphore permits;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicReference<Positions> positions = new AtomicReference<>(Positions.NONE);

    public InFlight(int limit) {
        this.limit = limit;
        this.permits = new Semaphore(limit);
    }

    /**
     * Starts a put once there is room for it.
     *
     * @param taken told when the put is in the log
     * @param rejected told the reason when it was refused
     * @throws RuntimeException the failure of an earlier put, if the import can't go on
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    public void submit(Supplier<CompletableFuture<Position>> put, Runnable taken, Consumer<String> rejected) {
        acquire(1);
        put.get().whenComplete((position, thrown) -> {
            try {
                settle(position, thrown, taken, rejected);
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                permits.release();
            }
        });
    }

    /**
     * Waits for the answer to each put.
     *
     * @throws RuntimeException the failure of a put, if the import can't go on
     */
    public void await() {
        acquire(limit);
        permits.release(limit);
    }

    /** Of each partition the greatest position of what was taken. */
    public Positions positions() {
        return positions.get();
    }

    private void settle(Position position, Throwable thrown, Runnable taken, Consumer<String> rejected) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause == null) {
            Positions taking = Positions.of(List.of(position));
            positions.updateAndGet(taking::and);
            taken.run();
        } else if (cause instanceof LineRejectedException) {
            rejected.accept(cause.getMessage());
        } else {
            fail(cause);
        }
    }

    private void acquire(int count) {
        throwFailure();
        permits.acquireUninterruptibly(count);
        throwFailure();
    }

    /** Wakes the thread that submits, which need not wait for the other puts to fail too. */
    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            permits.release(limit);
        }
    }

    private void throwFailure() {
        Throwable cause = failure.get();
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause != null) {
            throw new ImportFailedException("the import failed: " + cause, cause);
        }
    }
}
