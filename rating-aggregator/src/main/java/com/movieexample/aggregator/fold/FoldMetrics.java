package com.movieexample.aggregator.fold;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of the events. Thread-safe. */
public final class FoldMetrics {
    final Counter applied;
    final Counter superseded;

    /** Superseded only because the broker dated it before an event that the log had taken earlier. */
    final Counter clockWentBack;

    final Counter misplaced;
    final Counter bad;
    final Counter redelivered;

    public FoldMetrics(MeterRegistry meters) {
        this.applied = outcome(meters, "applied");
        this.superseded = outcome(meters, "superseded");
        this.clockWentBack = outcome(meters, "clock-went-back");
        this.misplaced = outcome(meters, "misplaced");
        this.bad = outcome(meters, "bad");
        this.redelivered = outcome(meters, "redelivered");
    }

    private static Counter outcome(MeterRegistry meters, String outcome) {
        return Counter.builder("marquee.fold.events")
                .description("Events of the log that the fold was given, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
