package com.movieexample.api;

import java.time.Duration;

/** A view did not come past a position, which the log has, within the time that a read waits. */
public final class PositionNotReachedException extends RuntimeException {
    /** @param reached the next offset that the view does not include */
    public PositionNotReachedException(Position wanted, long reached, Duration waited) {
        super("the view did not come past %s within %d ms, it includes what is before %d"
                .formatted(wanted, waited.toMillis(), reached));
    }
}
