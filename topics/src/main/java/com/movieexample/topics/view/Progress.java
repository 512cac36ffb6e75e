package com.movieexample.topics.view;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** For each partition a number that only grows, and readers who wait for it. Thread-safe. */
public final class Progress {
    private final Map<Integer, Long> reached = new TreeMap<>();
    private long changes;
    private boolean closed;

    /** Sets a partition's number, unless it is greater already, and wakes those who wait. */
    public synchronized void advance(int partition, long to) {
        reached.merge(partition, to, Math::max);
        changes++;
        notifyAll();
    }

    /** Starts anew, as when a view is built again. */
    public synchronized void reset() {
        reached.clear();
    }

    /** 0 for a partition that has not begun. */
    public synchronized long of(int partition) {
        return reached.getOrDefault(partition, 0L);
    }

    public synchronized Map<Integer, Long> all() {
        return new TreeMap<>(reached);
    }

    /**
     * Waits until a partition's number is greater than {@code offset}.
     *
     * @return false when the time is over first, or nothing more will come
     */
    public synchronized boolean awaitPast(int partition, long offset, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (of(partition) <= offset) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            waitNanos(left);
        }
        return true;
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
            waitNanos(left);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void waitNanos(long nanos) throws InterruptedException {
        wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
    }

    /** Lets go all who wait. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
