package com.movieexample.bench.aggregate;

import static com.movieexample.bench.aggregate.Solutions.BATCHED;
import static com.movieexample.bench.aggregate.Solutions.DSL;
import static com.movieexample.bench.aggregate.Solutions.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.report.Result.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void theDslTakesPartOnlyWhereItIsDoneInTime() {
        assertThat(Plan.of(500_000).rivals()).contains(DSL);
        assertThat(Plan.of(2_000_000).rivals()).doesNotContain(DSL);
    }

    @Test
    void oneAndAHalfTimesTheStandardStoresIsToBeReachedAtTwoMillion() {
        assertThat(targets(2_000_000, Map.of(BATCHED, 180_000.0, STANDARD, 100_000.0)))
                .allMatch(Target::met);
        assertThat(targets(2_000_000, Map.of(BATCHED, 180_000.0, STANDARD, 130_000.0)))
                .anyMatch(target -> !target.met());
    }

    @Test
    void largerSizesAreRunLessOften() {
        assertThat(Plan.of(30_000_000).mostRuns())
                .isLessThan(Plan.of(10_000_000).mostRuns());
    }

    private static List<Target> targets(int size, Map<Solutions, Double> medians) {
        return Plan.of(size).goals().stream().map(goal -> goal.of(medians)).toList();
    }
}
