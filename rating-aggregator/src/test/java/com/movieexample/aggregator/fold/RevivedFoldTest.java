package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.processor.Punctuator;
import org.junit.jupiter.api.Test;

/** A task that goes on from a state, after a move or a failure. */
class RevivedFoldTest extends FoldFixture {
    @Test
    void whatWasTakenBackIsToldNoLonger() {
        put(0, "neo", 450);
        FakeFoldState committed = state.copy();
        put(1, "trinity", 500);
        assertThat(published()).isEqualTo(2);

        goOnFrom(committed);

        assertThat(published()).isEqualTo(1);
    }

    @Test
    void aTaskThatIsRevivedKnowsOnlyWhatItsStateHolds() {
        put(0, "neo", 450);
        FakeFoldState committed = state.copy();
        put(1, "trinity", 500);
        put(2, "smith", 50);
        FakeFoldState afterAll = state.copy();

        goOnFrom(committed);
        put(1, "trinity", 500);
        put(2, "smith", 50);

        assertThatNothingChangedSince(afterAll);
        assertThat(events("redelivered")).isZero();
    }

    @Test
    void aTaskThatBeginsForTheFirstTimeIsNotWatched() {
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void aRevivedTaskThatIsNotGivenWhatTheLogHoldsStopsTheFold() {
        put(0, "neo", 450);
        inTheLog.add(1L);
        goOnFrom(state.copy());
        Punctuator look = context.scheduledPunctuators().get(0).getPunctuator();

        assertThatCode(() -> look.punctuate(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> look.punctuate(0))
                .isInstanceOf(SkippedEventsException.class)
                .hasMessage("ratings/0: the fold was revived at offset 1 and is not given the record at 1. "
                        + "It starts again from what it has committed.");
    }

    @Test
    void aRevivedTaskThatIsGivenAnEventIsWatchedNoLonger() {
        put(0, "neo", 450);
        inTheLog.add(1L);
        goOnFrom(state.copy());

        put(1, "trinity", 450);

        assertThat(context.scheduledPunctuators().get(0).cancelled()).isTrue();
    }

    @Test
    void aRevivedTaskForWhichTheLogHoldsNothingIsWatchedNoLonger() {
        put(0, "neo", 450);
        goOnFrom(state.copy());

        context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);

        assertThat(context.scheduledPunctuators().get(0).cancelled()).isTrue();
    }
}
