package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Throttle throttle = new Throttle(4);

    /** The sum of the pauses of so many events that come at once. */
    private long lastWait(int events, long most) {
        long wait = 0;
        for (int i = 0; i < events; i++) {
            wait = throttle.take(most, 0);
        }
        return wait;
    }

    @Test
    void anInstanceWithAllPartitionsMayTakeAllEvents() {
        for (int partition = 0; partition < 4; partition++) {
            throttle.opened(partition);
        }

        assertThat(lastWait(1_001, 1_000)).isEqualTo(SECOND);
    }

    @Test
    void oneWithAQuarterOfThemMayTakeAQuarter() {
        throttle.opened(0);
        throttle.opened(1);
        throttle.closed(1);

        assertThat(lastWait(251, 1_000)).isEqualTo(SECOND);
    }

    @Test
    void whatWasNotUsedIsNotSavedUp() {
        throttle.opened(0);
        throttle.take(1_000, 0);

        assertThat(throttle.take(1_000, 10 * SECOND)).isZero();
        assertThat(throttle.take(1_000, 10 * SECOND)).isEqualTo(SECOND / 250);
    }
}
