package com.movieexample.runtime.admission;

import com.movieexample.runtime.errors.ErrorKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests that were refused for who sent them, and logs some: whoever sends many must not fill the log. What was
 * given as a key is never told. Thread-safe.
 */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long LOGS_EVERY_NANOS = 10_000_000_000L;

    private final Map<ErrorKind, Counter> counters = new EnumMap<>(ErrorKind.class);
    private long loggedAt = System.nanoTime() - LOGS_EVERY_NANOS;
    private long unlogged;

    public Refusals(MeterRegistry meters) {
        for (ErrorKind kind :
                new ErrorKind[] {ErrorKind.UNAUTHENTICATED, ErrorKind.FORBIDDEN, ErrorKind.TOO_MANY_REQUESTS}) {
            counters.put(
                    kind,
                    Counter.builder("marquee.requests.refused")
                            .description("Requests refused for who sent them, by why")
                            .tag("reason", kind.title())
                            .register(meters));
        }
    }

    /**
     * Looks at an answer.
     *
     * @param kind of its problem
     * @param address that the request came from
     */
    public void note(ErrorKind kind, String address) {
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment();
            log(kind, address);
        }
    }

    private synchronized void log(ErrorKind kind, String address) {
        long now = System.nanoTime();
        if (now - loggedAt < LOGS_EVERY_NANOS) {
            unlogged++;
            return;
        }
        LOG.warn("refused a request from {}: {} ({} more since the last such line)", address, kind.title(), unlogged);
        loggedAt = now;
        unlogged = 0;
    }
}
