package com.movieexample.aggregator.fold;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Bounds how many events a second the folds of this instance take, so that a rebuild leaves something of the machine to
 * others. The bound is for all instances: each takes as much of it as it has partitions. Thread-safe.
 */
public final class Throttle {
    /** Shorter pauses would cost more than they leave to others. */
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final int partitions;
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private volatile long mostPerSecond;
    private long nextAt;

    /** Without a bound at first. */
    public Throttle(int partitions) {
        this.partitions = partitions;
    }

    /** @param events a second, over all instances; 0 for no bound */
    public void bound(long events) {
        mostPerSecond = events;
    }

    void opened(int partition) {
        open.add(partition);
    }

    void closed(int partition) {
        open.remove(partition);
    }

    /** Before each event. */
    void await() {
        long most = mostPerSecond;
        if (most > 0) {
            pause(take(most, System.nanoTime()));
        }
    }

    /** How long the one who takes the next event is to pause. */
    synchronized long take(long most, long now) {
        // What was not used is not saved up.
        nextAt = Math.max(nextAt, now);
        long wait = nextAt - now;
        nextAt += TimeUnit.SECONDS.toNanos(1) * partitions / (most * Math.max(1, open.size()));
        return wait;
    }

    private static void pause(long nanos) {
        if (nanos >= SHORTEST_PAUSE_NS) {
            LockSupport.parkNanos(nanos);
        }
    }
}
