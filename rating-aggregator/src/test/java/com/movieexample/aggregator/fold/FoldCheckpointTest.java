package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept at every 10,000th offset. */
class FoldCheckpointTest extends FoldFixture {
    @Test
    void aCheckpointHoldsAllBeforeItsOffset() {
        goOnFrom(new FakeFoldState(9_998));

        put(9_998, "neo", 450);
        assertThat(state.digestsByCheckpoint).isEmpty();
        put(9_999, "trinity", 450);
        long digest = state.digest();
        put(10_000, "smith", 50);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aCheckpointIsKeptEvenIfItsOffsetHoldsNoRecord() {
        goOnFrom(new FakeFoldState(9_997));
        put(9_997, "neo", 450);
        long digest = state.digest();

        put(10_003, "trinity", 450);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aGapThatEndsAtACheckpointKeepsItWithoutTheEventThere() {
        goOnFrom(new FakeFoldState(9_997));
        put(9_997, "neo", 450);
        long digest = state.digest();

        put(10_000, "trinity", 450);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aLongGapKeepsEveryCheckpointInIt() {
        put(0, "neo", 450);
        long digest = state.digest();

        put(29_999, "trinity", 450);

        assertThat(state.digestsByCheckpoint)
                .isEqualTo(Map.of(10_000L, digest, 20_000L, digest, 30_000L, state.digest()));
    }

    @Test
    void aGapLongerThanAllCheckpointsTogetherKeepsTheLastOnes() {
        put(0, "neo", 450);

        put(1_000_000_000, "trinity", 450);

        assertThat(state.digestsByCheckpoint).hasSize(64).containsKeys(1_000_000_000L, 999_370_000L);
    }
}
