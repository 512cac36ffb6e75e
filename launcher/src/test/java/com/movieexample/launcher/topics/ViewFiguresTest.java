package com.movieexample.launcher.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.launcher.topics.ViewFigures.PartitionLag;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ViewFiguresTest {
    @Test
    void lagIsTheStableEndLessTheWatermark() {
        ViewFigures view = Samples.view("fold", "ratings", "live", "", 3_000, 97_445);

        assertThat(view.partitions())
                .containsExactly(
                        new PartitionLag(0, 3_000, OptionalLong.of(391)),
                        new PartitionLag(1, 97_445, OptionalLong.of(0)));
        assertThat(view.lag()).hasValue(391);
    }

    @Test
    void whatCameInSinceTheEndWasReadIsNoNegativeLag() {
        assertThat(Samples.view("fold", "ratings", "live", "", 3_400, 97_440).lag())
                .hasValue(5);
    }

    @Test
    void ofAPartitionThatTheProcessDoesNotHoldNothingIsCounted() {
        ViewDescription view = ViewDescription.newBuilder()
                .setTopic("ratings")
                .putWatermarks(1, 97_000)
                .build();

        assertThat(ViewFigures.of(view, Samples.TOPICS).lag()).hasValue(445);
    }

    @Test
    void ofAnotherLogNoLagIsKnown() {
        ViewFigures view = Samples.view("fold", "other.ratings", "live", "", 17);

        assertThat(view.partitions()).containsExactly(new PartitionLag(0, 17, OptionalLong.empty()));
        assertThat(view.lag()).isEmpty();
    }

    @Test
    void aViewThatHoldsNoPartitionHasNoLag() {
        assertThat(Samples.view("fold", "ratings", "waiting", "").lag()).isEmpty();
    }
}
