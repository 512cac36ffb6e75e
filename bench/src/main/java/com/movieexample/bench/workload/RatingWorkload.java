package com.movieexample.bench.workload;

import java.util.Iterator;

/**
 * A sequence of rating events that follows from a seed: 60,000 movies of flattened popularity (the hottest has 0.3% of
 * the events), 160,000 users, times that rise over 180 days with a little jitter. Most events are a user's first rating
 * of a movie; 1% rate again, 0.5% delete, 0.5% come late (older than what stands) and 0.5% are repetitions. Immutable;
 * every iteration gives the same events.
 *
 * @param size how many events
 */
public record RatingWorkload(long seed, int size) implements Iterable<WorkloadEvent> {
    public static final int MOVIES = 60_000;
    public static final int USERS = 160_000;

    /** Beyond it the hottest movie would run out of users. */
    public static final int MAXIMUM_SIZE = 40_000_000;

    public RatingWorkload {
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw new IllegalArgumentException("size is %,d, expected 1 to %,d".formatted(size, MAXIMUM_SIZE));
        }
    }

    /** Makes 3 million events a second and more; the iterator is for one thread. */
    @Override
    public Iterator<WorkloadEvent> iterator() {
        return new EventSequence(seed, size);
    }
}
