package com.movieexample.aggregator.store;

import static com.movieexample.topics.rules.RatingVersion.delete;
import static com.movieexample.topics.rules.RatingVersion.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.rules.RatingVersion;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final long DAY = 24 * 60 * 60 * 1000L;
    private static final long NOON = 19_000 * DAY + DAY / 2;

    private final Aggregate aggregate = Aggregate.empty();

    @Test
    void countsSumsAndSortsValues() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(null, put(NOON, true, 50), 0);
        aggregate.replace(null, put(NOON, true, 450), 17);

        RatingAggregate message = aggregate.toMessage();

        assertThat(message.getCount()).isEqualTo(3);
        assertThat(message.getSum()).isEqualTo(950);
        assertThat(message.getHistogramValuesList()).containsExactly(50, 450);
        assertThat(message.getHistogramCountsList()).containsExactly(1L, 2L);
        assertThat(message.getLastChangeOffset()).isEqualTo(17);
        assertThat(message.getDailyCountsList()).containsExactly(3L);
    }

    @Test
    void aReplacedValueLeavesNoTrace() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(put(NOON, true, 450), put(NOON + DAY, true, 50), 0);

        RatingAggregate message = aggregate.toMessage();

        assertThat(message.getHistogramValuesList()).containsExactly(50);
        assertThat(message.getSum()).isEqualTo(50);
        assertThat(message.getDailyCountsList()).containsExactly(1L);
    }

    @Test
    void aDeleteLeavesAnEmptyAggregateThatRemembersItsTime() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(put(NOON, true, 450), delete(NOON + 5, true), 9);

        assertThat(aggregate.toMessage())
                .isEqualTo(RatingAggregate.newBuilder()
                        .setLatestEventTime(NOON + 5)
                        .setLastChangeOffset(9)
                        .build());
    }

    @Test
    void holdsAsManyValuesAsAScaleHas() {
        for (int value = 1_000; value > 0; value -= 10) {
            aggregate.replace(null, put(NOON, true, value), 0);
        }
        for (int value = 10; value <= 980; value += 10) {
            aggregate.replace(put(NOON, true, value), delete(NOON, true), 0);
        }

        assertThat(aggregate.toMessage().getHistogramValuesList()).containsExactly(990, 1_000);
        assertThat(aggregate.toMessage().getHistogramCountsList()).containsExactly(1L, 1L);
    }

    @Test
    void daysAreCountedBackFromTheLatestEvent() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(null, put(NOON - 2 * DAY, true, 450), 0);
        aggregate.replace(null, put(NOON + 3 * DAY, true, 450), 0);

        assertThat(aggregate.toMessage().getDailyCountsList()).containsExactly(1L, 0L, 0L, 1L, 0L, 1L);
    }

    @Test
    void daysFallOutOfTheWindowForGood() {
        RatingVersion old = put(NOON, true, 450);
        aggregate.replace(null, old, 0);
        aggregate.replace(null, put(NOON + 30 * DAY, true, 500), 0);

        assertThat(aggregate.toMessage().getDailyCountsList()).containsExactly(1L);

        aggregate.replace(old, put(NOON + 1, true, 50), 0);
        assertThat(aggregate.toMessage().getDailyCountsList()).containsExactly(1L);
    }

    @Test
    void theThirtiethDayIsStillInTheWindow() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(null, delete(NOON + 29 * DAY, true), 0);

        assertThat(aggregate.toMessage().getDailyCountsList()).hasSize(30).endsWith(1L);
    }

    @Test
    void survivesBeingStored() {
        aggregate.replace(null, put(NOON, true, 450), 0);
        aggregate.replace(null, put(NOON - 7 * DAY, false, 50), 3);
        RatingAggregate stored = aggregate.toMessage();

        assertThat(Aggregate.of(stored).toMessage()).isEqualTo(stored);
    }
}
