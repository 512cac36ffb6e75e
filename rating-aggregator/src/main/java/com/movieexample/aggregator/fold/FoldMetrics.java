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

    /** Dated after the time that an archive is of. */
    final Counter later;

    public FoldMetrics(MeterRegistry meters, int generation) {
        this.applied = outcome(meters, generation, "applied");
        this.superseded = outcome(meters, generation, "superseded");
        this.clockWentBack = outcome(meters, generation, "clock-went-back");
        this.misplaced = outcome(meters, generation, "misplaced");
        this.bad = outcome(meters, generation, "bad");
        this.later = outcome(meters, generation, "later");
        this.redelivered = outcome(meters, generation, "redelivered");
    }

    private static Counter outcome(MeterRegistry meters, int generation, String outcome) {
        return Counter.builder("marquee.fold.events")
                .description("Events of the log that the fold was given, by what became of them")
                .tag("generation", Integer.toString(generation))
                .tag("outcome", outcome)
                .register(meters);
    }
}
