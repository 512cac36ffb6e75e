package com.movieexample.ingester.router;

import com.movieexample.ingester.router.Outgoing.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of the events that were not good where they stood. Thread-safe. */
final class RouterMetrics {
    private final Counter copied;
    private final Counter deadLettered;

    RouterMetrics(MeterRegistry meters) {
        this.copied = counter(meters, "copied");
        this.deadLettered = counter(meters, "dead-lettered");
    }

    void count(Outcome outcome) {
        (outcome == Outcome.COPIED ? copied : deadLettered).increment();
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("marquee.router.events")
                .description(
                        "Events of the log that were misplaced or bad, by what the router did; again after a restart")
                .tag("outcome", outcome)
                .register(meters);
    }
}
