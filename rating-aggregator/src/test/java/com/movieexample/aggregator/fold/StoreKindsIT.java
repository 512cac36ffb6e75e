package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of stores against each other: same answers, digests and checkpoints, in the same changelogs. */
class StoreKindsIT {
    /** Enough for a checkpoint in each partition. */
    private static final int EVENTS = 45_000;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path stateDir;

    @Test
    void bothMakeTheSameOfTheSameLog() throws Exception {
        try (FoldRun run = new FoldRun(StoreKind.STANDARD, stateDir)) {
            RatedByMany rated = RatedByMany.append(run.log, EVENTS);
            CommittedView standard = fold(run, rated);
            run.forget(List.of("ratings-by-user", "rating-aggregates"));
            run.change(StoreKind.BATCHED);
            run.start();
            await().atMost(PATIENCE).until(() -> run.events("applied") == 2.0 * EVENTS);
            run.stop();

            assertThat(standard.checkpoints()).hasSizeGreaterThanOrEqualTo(FoldRun.PARTITIONS);
            assertThat(CommittedView.read(run.log)).isEqualTo(standard);
        }
    }

    @Test
    void eachGoesOnWhereTheOtherLeftOff() throws Exception {
        try (FoldRun run = new FoldRun(StoreKind.BATCHED, stateDir)) {
            RatedByMany rated = RatedByMany.append(run.log, 1_000);
            fold(run, rated);
            for (StoreKind next : List.of(StoreKind.STANDARD, StoreKind.BATCHED)) {
                rated.appendMore(run.log, 500);
                run.change(next);
                fold(run, rated);
            }

            rated.assertThatNoneIsMissing(CommittedView.read(run.log));
            assertThat(run.events("applied")).isEqualTo(2_000);
        }
    }

    private static CommittedView fold(FoldRun run, RatedByMany rated) throws Exception {
        run.start();
        await().atMost(PATIENCE).until(() -> rated.isAllIn(CommittedView.read(run.log)));
        run.stop();
        return CommittedView.read(run.log);
    }
}
