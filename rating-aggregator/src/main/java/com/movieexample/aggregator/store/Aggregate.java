package com.movieexample.aggregator.store;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.rules.RatingVersion;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The aggregate of one record while it is being changed. But for the offset of its last change it depends on the set of
 * live ratings and on the greatest event time alone, never on the order in which they came. Not thread-safe.
 */
public final class Aggregate {
    static final int DAYS = 30;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    /** Before the first event. */
    private static final long NEVER = Long.MIN_VALUE;

    private final Histogram histogram = new Histogram();
    private final long[] days = new long[DAYS];
    private long count;
    private long sum;
    private long latest = NEVER;
    private long lastChangeOffset;

    public static Aggregate empty() {
        return new Aggregate();
    }

    public static Aggregate of(RatingAggregate message) {
        Aggregate aggregate = new Aggregate();
        aggregate.count = message.getCount();
        aggregate.sum = message.getSum();
        aggregate.latest = message.getLatestEventTime();
        aggregate.lastChangeOffset = message.getLastChangeOffset();
        for (int i = 0; i < message.getHistogramValuesCount(); i++) {
            aggregate.histogram.add(message.getHistogramValues(i), message.getHistogramCounts(i));
        }
        for (int i = 0; i < message.getDailyCountsCount(); i++) {
            aggregate.days[i] = message.getDailyCounts(i);
        }
        return aggregate;
    }

    /**
     * Puts {@code next} in the place of {@code previous}, which may be null or a delete. The order in which this is done
     * for different users makes no difference.
     *
     * @param offset of the event that did it
     */
    public void replace(RatingVersion previous, RatingVersion next, long offset) {
        advanceTo(next.time());
        if (previous != null && previous.live()) {
            count(previous, -1);
        }
        if (next.live()) {
            count(next, 1);
        }
        lastChangeOffset = Math.max(lastChangeOffset, offset);
    }

    /** Moves the window of days on to a later event; days that fall out of it are forgotten. */
    private void advanceTo(long time) {
        if (latest == NEVER) {
            latest = time;
        }
        if (time > latest) {
            shiftDays(day(time) - day(latest));
            latest = time;
        }
    }

    private void shiftDays(long shift) {
        if (shift >= DAYS) {
            Arrays.fill(days, 0);
        } else if (shift > 0) {
            int kept = DAYS - (int) shift;
            System.arraycopy(days, 0, days, (int) shift, kept);
            Arrays.fill(days, 0, (int) shift, 0);
        }
    }

    private void count(RatingVersion version, int change) {
        count += change;
        sum += (long) change * version.value();
        histogram.add(version.value(), change);
        long age = day(latest) - day(version.time());
        if (age < DAYS) {
            days[(int) age] += change;
        }
    }

    private static long day(long time) {
        return Math.floorDiv(time, DAY_MS);
    }

    /** Only after the first event. */
    public RatingAggregate toMessage() {
        RatingAggregate.Builder message = RatingAggregate.newBuilder()
                .setCount(count)
                .setSum(sum)
                .setLatestEventTime(latest)
                .setLastChangeOffset(lastChangeOffset);
        histogram.writeTo(message);
        int used = daysUntilOnlyZeros();
        for (int i = 0; i < used; i++) {
            message.addDailyCounts(days[i]);
        }
        return message.build();
    }

    private int daysUntilOnlyZeros() {
        int used = DAYS;
        while (used > 0 && days[used - 1] == 0) {
            used--;
        }
        return used;
    }
}
