package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "From the start" means group, state folder and changelog topics: with all three gone the log alone is folded. */
class RebuildFromNothingIT {
    private static final int EVENTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path stateDir;

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void theLogAloneGivesTheSameViewAgain(StoreKind stores) throws Exception {
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            CommittedView before = fold(run, RatedByMany.append(run.log, EVENTS));

            run.forget(List.of("ratings-by-user", "rating-aggregates"));
            CommittedView rebuilt = foldAgain(run);

            assertThat(rebuilt).isEqualTo(before);
            assertThat(run.events("applied")).isEqualTo(2.0 * EVENTS);
        }
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void changelogsThatAreLeftRestoreAllAndNothingCountsTwice(StoreKind stores) throws Exception {
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            CommittedView before = fold(run, RatedByMany.append(run.log, EVENTS));

            run.forget(List.of());
            run.start();
            await().atMost(PATIENCE).until(() -> run.events("redelivered") == EVENTS);
            run.stop();

            assertThat(CommittedView.read(run.log)).isEqualTo(before);
            assertThat(run.events("applied")).isEqualTo(EVENTS);
        }
    }

    private static CommittedView fold(FoldRun run, RatedByMany rated) throws Exception {
        run.start();
        await().atMost(PATIENCE).until(() -> rated.isAllIn(CommittedView.read(run.log)));
        run.stop();
        return CommittedView.read(run.log);
    }

    private static CommittedView foldAgain(FoldRun run) throws Exception {
        run.start();
        await().atMost(PATIENCE).until(() -> run.events("applied") == 2.0 * EVENTS);
        run.stop();
        return CommittedView.read(run.log);
    }
}
