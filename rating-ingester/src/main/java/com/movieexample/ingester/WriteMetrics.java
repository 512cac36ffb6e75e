package com.movieexample.ingester;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How writes of ratings ended, one by one or in batches. Thread-safe. */
final class WriteMetrics {
    final Counter taken;

    /** Against the rules, or of who may not write it. */
    final Counter refused;

    final Counter unconfirmed;

    WriteMetrics(MeterRegistry meters) {
        this.taken = outcome(meters, "taken");
        this.refused = outcome(meters, "refused");
        this.unconfirmed = outcome(meters, "unconfirmed");
    }

    private static Counter outcome(MeterRegistry meters, String outcome) {
        return Counter.builder("marquee.rating.writes")
                .description("Ratings that were sent to this service to be put or deleted, by how it ended")
                .tag("outcome", outcome)
                .register(meters);
    }
}
