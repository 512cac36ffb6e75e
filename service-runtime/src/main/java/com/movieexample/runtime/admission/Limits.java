package com.movieexample.runtime.admission;

import java.time.Duration;

/**
 * What one service lets in at most.
 *
 * @param bodyBytes of a request that is no stream
 * @param connections over HTTP
 * @param idle how long a connection may say nothing
 * @param bodyTime that a body may take
 * @param writeBytes of all writes under way
 * @param clientBytes of those of one client
 * @param clientRate writes of one client in a second, 0 for any number
 */
public record Limits(
        long bodyBytes,
        int connections,
        Duration idle,
        Duration bodyTime,
        long writeBytes,
        long clientBytes,
        int clientRate) {
    public static final Limits DEFAULT =
            new Limits(1 << 20, 1_024, Duration.ofSeconds(30), Duration.ofSeconds(30), 32L << 20, 8L << 20, 0);

    /** What a stream of writes holds at most: its longest item, and as much again under way. */
    public long streamBytes() {
        return 2 * bodyBytes;
    }
}
