package com.movieexample.topics.explain;

import java.time.Duration;

/**
 * What one explanation may take.
 *
 * @param timeout until the log is read to its end
 * @param mostUsers how many users of the record may be kept in memory
 * @param mostOthers how many ratings of other records may be kept where no prior is given
 */
public record Bounds(Duration timeout, int mostUsers, int mostOthers) {
    private static final int BYTES_OF_USER = 400;
    /** Just after their table has grown 84, and half as many more while it does. */
    private static final int BYTES_OF_OTHER = 126;

    /** As much as there is memory for. */
    public static Bounds of(Duration timeout) {
        return new Bounds(timeout, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** As much as fits into so many bytes, half of them for the users and half for the other ratings. */
    public static Bounds within(Duration timeout, long bytes) {
        return new Bounds(timeout, most(bytes / 2 / BYTES_OF_USER), most(bytes / 2 / BYTES_OF_OTHER));
    }

    private static int most(long number) {
        return (int) Math.min(Integer.MAX_VALUE, number);
    }
}
