package com.movieexample.aggregator.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CopyAgeTest {
    private final CopyAge age = new CopyAge();

    @Test
    void isFreshWithAllThatIsThere() {
        assertThat(look(0, 500, 500)).isTrue();
    }

    @Test
    void isNotFreshWhileItIsRestoredThoughItLacksLittle() {
        assertThat(look(0, 0, 500)).isFalse();
        assertThat(look(1, 200, 500)).isFalse();
        assertThat(look(2, 499, 500)).isFalse();
        assertThat(look(3, 500, 500)).isTrue();
    }

    @Test
    void isFreshIfItStandsBeforeWhatNoCopyEverHas() {
        assertThat(look(0, 498, 500)).isFalse();
        assertThat(look(1, 498, 500)).isTrue();
    }

    @Test
    void isNotFreshIfItStandsFarBeforeTheEnd() {
        assertThat(look(0, 0, 1_000_000)).isFalse();
        assertThat(look(1, 0, 1_000_000)).isFalse();
    }

    @Test
    void staysFreshWhileItFollows() {
        assertThat(look(0, 500, 500)).isTrue();
        assertThat(look(1, 600, 700)).isTrue();
        assertThat(look(2, 800, 900)).isTrue();
    }

    @Test
    void isNotFreshOnceItLacksMuchThatCameLongAgo() {
        assertThat(look(0, 500, 500)).isTrue();
        assertThat(look(1, 500, 1_000_000)).isTrue();
        assertThat(look(7, 600, 1_000_000)).isFalse();
    }

    @Test
    void isNotFreshOnceItsStoreWasLost() {
        assertThat(look(0, 500, 500)).isTrue();
        assertThat(look(1, 10, 500)).isFalse();
        assertThat(look(2, 400, 500)).isFalse();
    }

    private boolean look(int second, long next, long end) {
        return age.isFresh(next, end, TimeUnit.SECONDS.toNanos(second));
    }
}
