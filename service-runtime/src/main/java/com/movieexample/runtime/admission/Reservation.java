package com.movieexample.runtime.admission;

import java.util.concurrent.atomic.AtomicBoolean;

/** Memory that a write may take until this is closed, once or more often. Thread-safe. */
public final class Reservation implements AutoCloseable {
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    Reservation(Runnable release) {
        this.release = release;
    }

    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }
}
