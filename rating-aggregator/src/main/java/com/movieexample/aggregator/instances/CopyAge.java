package com.movieexample.aggregator.instances;

import com.movieexample.topics.view.EndHistory;
import java.time.Duration;

/**
 * How fresh a copy of one changelog is, by what is seen of it once in a while. One that is still being restored lacks what
 * came long ago and must not answer, however little that is; one that follows lacks what came a moment ago.
 */
final class CopyAge {
    /** Some questions, on a busy machine. */
    private static final Duration OLDEST = Duration.ofSeconds(5);

    /** A changelog may end in so much that no copy ever has: marks of transactions, and what one took back. */
    private static final long UNREADABLE = 10_000;

    private final EndHistory ends = new EndHistory();
    private long position = Long.MIN_VALUE;
    private boolean fresh;

    /**
     * @param next the first offset that the copy does not have
     * @param end of the changelog
     * @param askedAt of {@link System#nanoTime}
     */
    boolean isFresh(long next, long end, long askedAt) {
        ends.add(end, askedAt);
        fresh = (stays(next) && end - next <= UNREADABLE)
                || ends.age(next, askedAt)
                        .filter(age -> age.compareTo(OLDEST) <= 0)
                        .isPresent();
        position = next;
        return fresh;
    }

    /** One that is being restored moves between any two looks; one whose store was lost begins again. */
    private boolean stays(long next) {
        return next == position || (fresh && next > position / 2);
    }
}
