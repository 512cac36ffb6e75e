package com.movieexample.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopularityTest {
    @Test
    void theFirstIsPickedMostAndTheLastToo() {
        Popularity popularity = new Popularity(200);
        SplittableRandom random = new SplittableRandom(7);
        int[] picked = new int[200];

        IntStream.range(0, 100_000).forEach(i -> picked[popularity.pick(random)]++);

        assertThat(picked[0]).isGreaterThan(2 * picked[199]);
        assertThat(picked[199]).isPositive();
    }
}
