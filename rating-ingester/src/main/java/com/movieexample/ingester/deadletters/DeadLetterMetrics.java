package com.movieexample.ingester.deadletters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of the dead letters by this service; commands do it past any service. Thread-safe. */
public final class DeadLetterMetrics {
    private final Counter resubmitted;
    private final Counter dropped;

    public DeadLetterMetrics(MeterRegistry meters) {
        this.resubmitted = counter(meters, "resubmitted");
        this.dropped = counter(meters, "dropped");
    }

    void resubmitted() {
        resubmitted.increment();
    }

    void dropped() {
        dropped.increment();
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("marquee.dead.letters")
                .description("Dead letters that left their topic through this service, by how; again after a restart")
                .tag("outcome", outcome)
                .register(meters);
    }
}
