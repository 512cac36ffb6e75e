package com.movieexample.aggregator.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.RecordKey;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an event does to the state, one at a time. */
class RatingFoldTest extends FoldFixture {
    @Test
    void aGoodEventMovesTheAggregateAndItsDigest() {
        put(0, "neo", 450);
        put(1, "neo", 300, TIME + 1);
        put(2, "trinity", 500);

        assertThat(aggregate().getCount()).isEqualTo(2);
        assertThat(aggregate().getSum()).isEqualTo(800);
        assertThat(state.nextOffset()).isEqualTo(3);
        assertThat(state.digest()).isEqualTo(AggregateDigest.of(RECORD.bytes(), aggregate()));
        assertThat(events("applied")).isEqualTo(3);
    }

    @Test
    void aLateEventMovesTheWatermarkAlone() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();

        put(1, "neo", 300, TIME - 1);

        assertThat(state.nextOffset()).isEqualTo(2);
        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("superseded")).isEqualTo(1);
    }

    @Test
    void aRatingThatLosesBecauseTheBrokersClockWentBackIsCountedApart() {
        takenAt(0, TIME, 450);
        takenAt(1, TIME, 400);
        FakeFoldState before = state.copy();

        takenAt(2, TIME - 1, 300);

        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("clock-went-back")).isEqualTo(1);
        assertThat(events("superseded")).isZero();
    }

    @Test
    void anOffsetThatComesAgainIsSkippedAndCounted() {
        put(0, "neo", 450);
        put(1, "trinity", 450);
        FakeFoldState before = state.copy();

        put(0, "smith", 50);
        put(1, "smith", 50);

        assertThatNothingChangedSince(before);
        assertThat(events("redelivered")).isEqualTo(2);
        assertThat(events("applied")).isEqualTo(2);
    }

    @Test
    void badAndMisplacedEventsMoveTheWatermarkAlone() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();
        byte[] good = new RatedEvent(RECORD, "smith", OptionalInt.of(50), OptionalLong.of(TIME))
                .toMessage()
                .toByteArray();

        process(1, RECORD.bytes(), "no event".getBytes(UTF_8));
        process(2, RECORD.bytes(), null);
        process(3, RecordKey.movie("604").bytes(), good);
        process(4, null, good);

        assertThat(state.nextOffset()).isEqualTo(5);
        assertThat(state.digest()).isEqualTo(before.digest());
        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("bad")).isEqualTo(2);
        assertThat(events("misplaced")).isEqualTo(2);
    }

    @Test
    void readersAreToldHowFarTheFoldHasCome() {
        put(0, "neo", 450);
        put(1, "trinity", 500);

        assertThat(published()).isEqualTo(2);
    }

    @Test
    void aClosedFoldIncludesNothing() {
        put(0, "neo", 450);
        assertThat(published()).isEqualTo(1);

        fold.close();

        assertThat(published()).isZero();
    }
}
