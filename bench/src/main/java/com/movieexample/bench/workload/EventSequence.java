package com.movieexample.bench.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** Makes a workload's events one by one. It remembers how many users rated each movie, and the last events. */
final class EventSequence implements Iterator<WorkloadEvent> {
    /** Of a thousand events, those that do not rate for the first time. */
    static final int RE_RATINGS = 10;

    static final int DELETES = 5;
    static final int LATE = 5;
    static final int REPETITIONS = 5;

    static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    static final long SPAN = Duration.ofDays(180).toMillis();
    static final int JITTER = (int) Duration.ofMinutes(1).toMillis();
    private static final long LATE_BY_UP_TO = Duration.ofDays(60).toMillis();

    private static final int REMEMBERED = 1 << 16;
    private static final Popularity POPULARITY = Popularity.flattened(RatingWorkload.MOVIES);

    /** Of a hundred ratings so many give a half star, one star, and so on. */
    private static final ValueShares VALUES = new ValueShares(2, 3, 2, 7, 5, 20, 13, 27, 8, 13);

    private final SplittableRandom random;
    private final UserOrder users;
    private final int size;
    private final int[] raters = new int[RatingWorkload.MOVIES + 1];
    private final WorkloadEvent[] lately = new WorkloadEvent[REMEMBERED];
    private int made;

    EventSequence(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.users = new UserOrder(random.nextLong(), RatingWorkload.USERS);
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return made < size;
    }

    @Override
    public WorkloadEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        WorkloadEvent event = choose();
        lately[made % REMEMBERED] = event;
        made++;
        return event;
    }

    private WorkloadEvent choose() {
        int kind = random.nextInt(1000);
        if (made == 0 || kind >= RE_RATINGS + DELETES + LATE + REPETITIONS) {
            return firstRating();
        } else if (kind < RE_RATINGS) {
            return again(VALUES.draw(random));
        } else if (kind < RE_RATINGS + DELETES) {
            return again(WorkloadEvent.DELETE);
        } else if (kind < RE_RATINGS + DELETES + LATE) {
            return late(remembered());
        }
        return remembered();
    }

    private WorkloadEvent firstRating() {
        int movie = 1 + POPULARITY.draw(random);
        int user = users.user(movie, raters[movie]++);
        return new WorkloadEvent(movie, user, VALUES.draw(random), now());
    }

    /** Any rating made so far, each as likely as another: popular movies have as many more as they are drawn more often. */
    private WorkloadEvent again(int value) {
        int movie = 1 + POPULARITY.draw(random);
        while (raters[movie] == 0) {
            movie = 1 + POPULARITY.draw(random);
        }
        return new WorkloadEvent(movie, users.user(movie, random.nextInt(raters[movie])), value, now());
    }

    private WorkloadEvent late(WorkloadEvent standing) {
        long ratedAt = standing.ratedAt() - 1 - random.nextLong(LATE_BY_UP_TO);
        return new WorkloadEvent(standing.movie(), standing.user(), VALUES.draw(random), ratedAt);
    }

    private WorkloadEvent remembered() {
        return lately[random.nextInt(Math.min(made, REMEMBERED))];
    }

    private long now() {
        return START + SPAN * made / size + random.nextInt(JITTER);
    }
}
