package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Offsets that do not come. */
class FoldGapTest extends FoldFixture {
    @Test
    void aGapWithNothingInItIsPassed() {
        put(0, "neo", 450);
        inTheLog.add(7L);

        put(7, "trinity", 450);

        assertThat(aggregate().getCount()).isEqualTo(2);
        assertThat(state.nextOffset()).isEqualTo(8);
    }

    @Test
    void aGapWithARecordInItStopsTheFoldBeforeItChangesAnything() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();
        inTheLog.add(4L);

        assertThatThrownBy(() -> put(10_007, "trinity", 450))
                .isInstanceOf(SkippedEventsException.class)
                .hasMessageContaining("expected offset 1 and was given 10007, but the log holds a record at 4");

        assertThatNothingChangedSince(before);
    }
}
