package com.movieexample.launcher.verify;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.rules.RatingVersion;
import java.util.concurrent.TimeUnit;

/**
 * What the live ratings of one record come to at any moment, counted as they come and go: a record with many ratings
 * is asked at many checkpoints. Not thread-safe.
 */
final class RunningTallies {
    private final Tally values = new Tally();
    private final Tally days = new Tally();

    /** @param previous of the same user; null for the first */
    void replace(RatingVersion previous, RatingVersion next) {
        if (previous != null) {
            count(previous, -1);
        }
        count(next, 1);
    }

    private void count(RatingVersion version, int change) {
        if (version.live()) {
            values.add(version.value(), change);
            days.add(dayOf(version.time()), change);
        }
    }

    /** Without the offset of the last change, which no digest takes in. */
    RatingAggregate toMessage(long latestEventTime) {
        RatingAggregate.Builder message = RatingAggregate.newBuilder().setLatestEventTime(latestEventTime);
        values.forEach(value -> {
            long count = values.of(value);
            message.setCount(message.getCount() + count)
                    .setSum(message.getSum() + count * value)
                    .addHistogramValues(value)
                    .addHistogramCounts(count);
        });
        addDays(message, dayOf(latestEventTime));
        return message.build();
    }

    private void addDays(RatingAggregate.Builder message, int last) {
        int oldest = last - FoldedRecord.DAYS + 1;
        while (oldest <= last && days.of(oldest) == 0) {
            oldest++;
        }
        for (int day = last; day >= oldest; day--) {
            message.addDailyCounts(days.of(day));
        }
    }

    private static int dayOf(long time) {
        return (int) TimeUnit.MILLISECONDS.toDays(time);
    }
}
