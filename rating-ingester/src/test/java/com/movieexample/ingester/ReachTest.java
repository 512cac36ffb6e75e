package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Freshness;
import com.movieexample.api.v1.PartitionReach;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    private final Reach reach = new Reach("ratings");

    private static PartitionReach of(int partition, long nextOffset, long end) {
        return PartitionReach.newBuilder()
                .setPartition(partition)
                .setNextOffset(nextOffset)
                .setLogEnd(end)
                .build();
    }

    @Test
    void saysTheLastPositionThatIsIncludedAndHowManyFollow() {
        Freshness freshness = reach.freshness(of(2, 10, 12));

        assertThat(freshness.reflects()).hasToString("ratings/2:9");
        assertThat(freshness.lagText()).isEqualTo("2");
    }

    @Test
    void doesNotKnowTheLagWithoutTheEnd() {
        PartitionReach unknown = PartitionReach.newBuilder().setNextOffset(10).build();

        assertThat(reach.freshness(unknown).lagText()).isEqualTo("unknown");
    }

    @Test
    void ofAPartitionTheOldestAnswerCountsAndCountsOnce() {
        Freshness freshness = reach.freshness(List.of(of(2, 11, 12), of(0, 5, 5), of(2, 10, 12)));

        assertThat(freshness.reflects()).hasToString("ratings/0:4,ratings/2:9");
        assertThat(freshness.lagText()).isEqualTo("2");
    }
}
