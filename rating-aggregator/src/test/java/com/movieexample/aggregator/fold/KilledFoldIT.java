package com.movieexample.aggregator.fold;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the fold at seeded moments while it catches up, and so in the middle of its transactions. Each kill hits a
 * process that had been started on what an orderly stop had left, with memtables so small that files hold what was not
 * committed. {@code -Dmarquee.kill.seeds=30 -Dmarquee.kill.ratings=2000000} for more.
 */
class KilledFoldIT {
    private static final Logger log = LoggerFactory.getLogger(KilledFoldIT.class);
    private static final int SEEDS = Integer.getInteger("marquee.kill.seeds", 3);
    private static final int RATINGS = Integer.getInteger("marquee.kill.ratings", 90_000);
    private static final long FIRST_SEED = Long.getLong("marquee.seed", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void everyMovieCountsRightAfterAKillInATransaction(StoreKind stores, @TempDir Path folder) throws Exception {
        MovieCounts counts = new MovieCounts(FIRST_SEED);
        int share = RATINGS / (SEEDS + 1);
        try (FoldRun run = new FoldRun(stores, folder.resolve("unused"))) {
            String prefix = run.prefix();
            counts.append(run.log, share);
            foldAll(run, ChildFold.start(prefix, folder, stores), counts);
            for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                long moment = counts.appended() + new Random(seed).nextInt(share);
                counts.append(run.log, share);
                try (ChildFold fold = ChildFold.start(prefix, folder, stores)) {
                    long killedAt = fold.awaitFolded(moment);
                    fold.kill();
                    log.info("{}, seed {}: killed at event {} of {}", stores, seed, killedAt, counts.appended());
                }
                foldAll(run, ChildFold.start(prefix, folder, stores), counts);
                counts.assertThatAllCount(CommittedView.read(run.log), stores + ", seed " + seed);
            }
        }
    }

    /** Lets it come to the end of the log, and stops it in order. */
    private static void foldAll(FoldRun run, ChildFold started, MovieCounts counts) throws Exception {
        try (ChildFold fold = started) {
            fold.awaitFolded(counts.appended());
            await().atMost(PATIENCE).until(() -> counts.isAllIn(CommittedView.read(run.log)));
        }
    }
}
