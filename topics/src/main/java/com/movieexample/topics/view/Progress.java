package com.movieexample.topics.view;

import com.movieexample.api.ViewUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** For each partition a number that only grows, and readers who wait for it. Thread-safe. */
public final class Progress {
    /** Changed only under the lock; every read of a view asks it, without. */
    private final Map<Integer, Long> reached = new ConcurrentHashMap<>();

    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private long changes;
    private boolean closed;

    /** Not a record: two who wait for the same are two. */
    private static final class Waiter {
        private final int partition;
        private final long offset;
        private final CompletableFuture<Void> passed = new CompletableFuture<>();

        private Waiter(int partition, long offset) {
            this.partition = partition;
            this.offset = offset;
        }
    }

    /** Sets a partition's number, unless it is greater already, and wakes those who wait. */
    public void advance(int partition, long to) {
        takePassed(partition, to).forEach(waiter -> waiter.passed.complete(null));
    }

    private synchronized List<Waiter> takePassed(int partition, long to) {
        reached.merge(partition, to, Math::max);
        changes++;
        notifyAll();
        List<Waiter> passed = new ArrayList<>();
        for (Waiter waiter : waiters) {
            if (waiter.partition == partition && waiter.offset < to) {
                passed.add(waiter);
            }
        }
        return passed;
    }

    /** Starts a partition anew, as when its fold was taken back or goes on elsewhere. Those who wait for it are let go. */
    public void reset(int partition) {
        takeWaiting(partition)
                .forEach(waiter -> waiter.passed.completeExceptionally(
                        new ViewUnavailableException("partition " + partition + " is not followed here any more")));
    }

    private synchronized List<Waiter> takeWaiting(int partition) {
        reached.remove(partition);
        return waiters.stream().filter(waiter -> waiter.partition == partition).toList();
    }

    /** Starts all anew, as when a view is built again. */
    public synchronized void reset() {
        reached.clear();
    }

    /** 0 for a partition that has not begun. */
    public long of(int partition) {
        return reached.getOrDefault(partition, 0L);
    }

    public synchronized Map<Integer, Long> all() {
        return new TreeMap<>(reached);
    }

    /**
     * Done once a partition's number is greater than {@code offset}, on the thread that advances it; fails when nothing
     * more will come. Whoever no longer waits completes it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows its end can't fail
    public CompletableFuture<Void> past(int partition, long offset) {
        Waiter waiter = new Waiter(partition, offset);
        synchronized (this) {
            if (of(partition) > offset) {
                return CompletableFuture.completedFuture(null);
            }
            if (closed) {
                return CompletableFuture.failedFuture(new ViewUnavailableException("the view is closed"));
            }
            waiters.add(waiter);
        }
        waiter.passed.whenComplete((done, failure) -> forget(waiter));
        return waiter.passed;
    }

    private synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiters.size();
    }

    /** Waits for the next time that a number is set, or for the end of {@code timeout}. */
    public synchronized void awaitNext(Duration timeout) throws InterruptedException {
        long before = changes;
        long deadline = System.nanoTime() + timeout.toNanos();
        while (changes == before && !closed) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** Lets go all who wait. */
    public void close() {
        takeAllAtTheEnd()
                .forEach(waiter ->
                        waiter.passed.completeExceptionally(new ViewUnavailableException("the view is closing")));
    }

    private synchronized List<Waiter> takeAllAtTheEnd() {
        closed = true;
        notifyAll();
        return List.copyOf(waiters);
    }
}
