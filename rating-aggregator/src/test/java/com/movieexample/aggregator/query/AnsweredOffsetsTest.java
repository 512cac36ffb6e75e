package com.movieexample.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.PartitionReach;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredOffsetsTest {
    private final AnsweredOffsets before = new AnsweredOffsets("ratings", 3);
    private final AnsweredOffsets now = new AnsweredOffsets("ratings", 3);

    private static List<PartitionReach> reach(int partition, long nextOffset) {
        return List.of(PartitionReach.newBuilder()
                .setPartition(partition)
                .setNextOffset(nextOffset)
                .build());
    }

    @Test
    void nothingMustBeSeenWhereNothingWasAnswered() {
        assertThat(before.beyond(now, List.of(0, 1, 2))).isEqualTo(Positions.NONE);
    }

    @Test
    void whatWasAnsweredMustBeSeenInThePartitionsThatAreAsked() {
        before.note(reach(0, 10));
        before.note(reach(0, 7));
        before.note(reach(1, 3));

        assertThat(before.beyond(now, List.of(0, 2))).isEqualTo(Positions.parse("ratings/0:9"));
        assertThat(before.beyond(now, List.of(0, 1))).isEqualTo(Positions.parse("ratings/0:9,ratings/1:2"));
    }

    @Test
    void nothingMoreOnceTheOthersHaveReachedIt() {
        before.note(reach(0, 10));
        now.note(reach(0, 10));

        assertThat(before.beyond(now, List.of(0))).isEqualTo(Positions.NONE);
    }
}
