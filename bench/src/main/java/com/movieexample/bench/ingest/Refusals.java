package com.movieexample.bench.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** How many events the log did not take, and why the first of them. Thread-safe. */
final class Refusals {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<Throwable> first = new AtomicReference<>();

    /** @param failure null for an event that was taken */
    void note(Throwable failure) {
        if (failure != null) {
            first.compareAndSet(null, failure);
            count.incrementAndGet();
        }
    }

    @Override
    public String toString() {
        return count.get() == 0 ? "none was refused" : "%,d were refused, first by %s".formatted(count.get(), first);
    }
}
