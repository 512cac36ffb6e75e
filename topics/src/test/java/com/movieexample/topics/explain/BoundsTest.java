package com.movieexample.topics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Test
    void memoryIsHalfForUsersAndHalfForOtherRatings() {
        assertThat(Bounds.within(TIMEOUT, 32 * 1024 * 1024)).isEqualTo(new Bounds(TIMEOUT, 41_943, 133_152));
    }

    @Test
    void muchMemoryIsNoLessThanLittle() {
        assertThat(Bounds.within(TIMEOUT, Long.MAX_VALUE)).isEqualTo(Bounds.of(TIMEOUT));
    }
}
