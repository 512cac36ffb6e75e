package com.movieexample.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.report.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthMeasureTest {
    @Test
    void eachFigureIsALineOfTheChart() {
        List<Result> results = GrowthMeasure.results(
                1_000_000, 800_000, new Growth(200_000, 20 << 20, 1.5, 3, 1_000L << 20, Map.of()));

        assertThat(results)
                .extracting(Result::id)
                .containsExactly(
                        "growth-throughput", "growth-state", "growth-memory", "growth-restart", "growth-restore");
        assertThat(results)
                .extracting(result -> result.figures().median())
                .containsExactly(200_000.0, 20.0, 1_000.0, 1.5, 3.0);
        assertThat(results.get(1).remarks()).containsExactly("26.2 bytes for each live rating.");
    }

    @Test
    void memoryThatIsNotKnownIsLeftOut() {
        assertThat(GrowthMeasure.results(1, 1, new Growth(1, 1, 1, 1, 0, Map.of())))
                .extracting(Result::id)
                .doesNotContain("growth-memory");
    }
}
