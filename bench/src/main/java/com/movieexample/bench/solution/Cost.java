package com.movieexample.bench.solution;

/**
 * What a solution took for its work.
 *
 * @param events how many it aggregated, or restored
 * @param cpuSeconds of its process, and of its database's; the broker's are not in it
 * @param stateBytes what it keeps outside of Kafka, after a clean end
 */
public record Cost(long events, double seconds, double cpuSeconds, long stateBytes) {
    public double perSecond() {
        return events / seconds;
    }

    public double cpuMicros() {
        return cpuSeconds * 1e6 / events;
    }

    public double stateBytesPerEvent() {
        return (double) stateBytes / events;
    }

    public Cost withStateBytes(long bytes) {
        return new Cost(events, seconds, cpuSeconds, bytes);
    }
}
