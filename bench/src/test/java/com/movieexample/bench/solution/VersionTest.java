package com.movieexample.bench.solution;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.workload.WorkloadEvent;
import org.junit.jupiter.api.Test;

class VersionTest {
    private static final long TIME = 1_790_000_000_000L;

    @Test
    void timeComesFirstThenADeleteThenTheHigherValue() {
        assertThat(new long[] {
                    Version.NONE,
                    at(0, 500),
                    at(TIME, 50),
                    at(TIME, 500),
                    at(TIME, WorkloadEvent.DELETE),
                    at(TIME + 1, 50)
                })
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void givesBackTheValueOfALiveOne() {
        assertThat(Version.value(at(TIME, 450))).isEqualTo(450);
    }

    @Test
    void neitherADeleteNorNothingIsLive() {
        assertThat(Version.isLive(at(TIME, WorkloadEvent.DELETE))).isFalse();
        assertThat(Version.isLive(Version.NONE)).isFalse();
        assertThat(Version.isLive(at(TIME, 50))).isTrue();
    }

    private static long at(long time, int value) {
        return Version.of(new WorkloadEvent(603, 7, value, time));
    }
}
