package com.movieexample.launcher.crash;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Does the same again and again from several threads, at an even pace, until it is stopped. */
final class Load {
    private final long intervalNanos;
    private final BooleanSupplier step;
    private final List<Thread> threads;
    private volatile boolean stopped;

    private Load(int threads, int perSecond, BooleanSupplier step) {
        this.intervalNanos = TimeUnit.SECONDS.toNanos(threads) / perSecond;
        this.step = step;
        this.threads = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(this::run, "load-" + number))
                .toList();
    }

    /**
     * @param perSecond of all threads together; a step that takes longer makes it fewer
     * @param step returns false when its thread is to end
     */
    static Load start(int threads, int perSecond, BooleanSupplier step) {
        Load load = new Load(threads, perSecond, step);
        load.threads.forEach(Thread::start);
        return load;
    }

    private void run() {
        long next = System.nanoTime();
        while (!stopped && step.getAsBoolean()) {
            next = Math.max(next + intervalNanos, System.nanoTime() - intervalNanos);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Returns when no step is under way any more. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
