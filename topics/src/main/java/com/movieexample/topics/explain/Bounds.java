package com.movieexample.topics.explain;

import java.time.Duration;

/**
 * What one explanation may take.
 *
 * @param timeout until the log is read to its end
 * @param mostUsers how many users of the record may be kept in memory, some 400 bytes each
 * @param mostOthers how many ratings of other records may be kept where no prior is given, up to 84 bytes each while their
 *     table grows
 */
public record Bounds(Duration timeout, int mostUsers, int mostOthers) {
    /** As much as there is memory for. */
    public static Bounds of(Duration timeout) {
        return new Bounds(timeout, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
