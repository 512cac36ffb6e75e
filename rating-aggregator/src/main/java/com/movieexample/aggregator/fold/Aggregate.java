package com.movieexample.aggregator.fold;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.rules.RatingVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The aggregate of one record while it is being changed. It depends on the set of live ratings and on the greatest
 * event time alone, never on the order in which they came. Not thread-safe.
 */
final class Aggregate {
    static final int DAYS = 30;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final Map<Integer, Long> histogram = new TreeMap<>();
    private final long[] days = new long[DAYS];
    private long count;
    private long sum;
    /** Empty before the first event. */
    private Long latest;

    static Aggregate empty() {
        return new Aggregate();
    }

    static Aggregate of(RatingAggregate message) {
        Aggregate aggregate = new Aggregate();
        aggregate.count = message.getCount();
        aggregate.sum = message.getSum();
        aggregate.latest = message.getLatestEventTime();
        for (int i = 0; i < message.getHistogramValuesCount(); i++) {
            aggregate.histogram.put(message.getHistogramValues(i), message.getHistogramCounts(i));
        }
        for (int i = 0; i < message.getDailyCountsCount(); i++) {
            aggregate.days[i] = message.getDailyCounts(i);
        }
        return aggregate;
    }

    /** Puts {@code next} in the place of {@code previous}, which may be null or a delete. */
    void replace(RatingVersion previous, RatingVersion next) {
        advanceTo(next.time());
        if (previous != null && previous.live()) {
            count(previous, -1);
        }
        if (next.live()) {
            count(next, 1);
        }
    }

    /** Moves the window of days on to a later event; days that fall out of it are forgotten. */
    private void advanceTo(long time) {
        if (latest == null) {
            latest = time;
        }
        if (time > latest) {
            long shift = day(time) - day(latest);
            for (int i = DAYS - 1; i >= 0; i--) {
                days[i] = i >= shift ? days[(int) (i - shift)] : 0;
            }
            latest = time;
        }
    }

    private void count(RatingVersion version, int change) {
        count += change;
        sum += (long) change * version.value();
        histogram.merge(version.value(), (long) change, (a, b) -> a + b == 0 ? null : a + b);
        long age = day(latest) - day(version.time());
        if (age < DAYS) {
            days[(int) age] += change;
        }
    }

    private static long day(long time) {
        return Math.floorDiv(time, DAY_MS);
    }

    RatingAggregate toMessage(long offset) {
        RatingAggregate.Builder message = RatingAggregate.newBuilder()
                .setCount(count)
                .setSum(sum)
                .addAllHistogramValues(histogram.keySet())
                .addAllHistogramCounts(histogram.values())
                .setLatestEventTime(latest)
                .setLastChangeOffset(offset);
        for (int i = 0; i < daysUntilOnlyZeros(); i++) {
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
