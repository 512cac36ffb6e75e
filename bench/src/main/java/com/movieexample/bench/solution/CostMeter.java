package com.movieexample.bench.solution;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Takes time and CPU time from when it is made. Not thread-safe. */
public final class CostMeter {
    private final LongSupplier otherCpuNanos;
    private final long startedAt;
    private final long cpuAtStart;

    public CostMeter() {
        this(() -> 0);
    }

    /** @param otherCpuNanos CPU time of processes that work for this one */
    public CostMeter(LongSupplier otherCpuNanos) {
        this.otherCpuNanos = otherCpuNanos;
        this.cpuAtStart = cpuNanos();
        this.startedAt = System.nanoTime();
    }

    /** @param events how many were done since this was made */
    public Cost stop(long events) {
        long nanos = System.nanoTime() - startedAt;
        return new Cost(events, nanos / 1e9, (cpuNanos() - cpuAtStart) / 1e9, 0);
    }

    private long cpuNanos() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() + otherCpuNanos.getAsLong();
    }
}
