package com.movieexample.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.process.ChildMarquee;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills everything, or an import into it, at seeded moments of the import: what was acknowledged counts, once. Each kill
 * hits a process that had been started on what an orderly stop had left. {@code -Dmarquee.crash.seeds=20} for more.
 */
class CrashIT {
    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final int SEEDS = Integer.getInteger("marquee.crash.seeds", 3);
    private static final long FIRST_SEED = Long.getLong("marquee.seed", 1);
    private static final int RATINGS = 12_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private final List<Duration> timesToReady = new ArrayList<>();

    @Test
    void whatWasAcknowledgedCountsOnceAfterAKillAtAnyMoment() throws Exception {
        try (KilledMarquee marquee = new KilledMarquee(folder)) {
            log.info("seeds {} to {} (-Dmarquee.seed for others)", FIRST_SEED, FIRST_SEED + SEEDS - 1);
            marquee.start();
            importAll(marquee, ratings(0));
            for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                restartInOrder(marquee);
                killDuringImport(marquee, seed);
                importAll(marquee, ratings(seed));
                assertThatNothingIsMissing(marquee, seed);
            }
            marquee.stop();
        }
        log.info("ready again after a kill: {}", timesToReady);
    }

    private Path ratings(long seed) throws Exception {
        return GeneratedRatings.write(folder.resolve("ratings-" + seed), seed, RATINGS);
    }

    private static void importAll(KilledMarquee marquee, Path ratings) {
        CommandRun run = marquee.runImport(ratings);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static void restartInOrder(KilledMarquee marquee) throws Exception {
        marquee.stop();
        log.info("ready after an orderly stop within {}", marquee.start());
    }

    private void killDuringImport(KilledMarquee marquee, long seed) throws Exception {
        long moment = marquee.folded() + 1 + new Random(seed).nextInt(RATINGS * 3 / 4);
        Load writing = writes.start(marquee.ingester(), 2, 500);
        try (ChildMarquee importing = marquee.startImport(ratings(seed))) {
            await().atMost(PATIENCE).until(() -> marquee.folded() >= moment);
            if (seed % 2 == 0) {
                importing.kill();
                writing.stop();
            } else {
                marquee.kill();
                writing.stop();
                timesToReady.add(marquee.start());
            }
        }
        log.info("seed {}: killed at event {}, {}", seed, moment, writes);
    }

    private void assertThatNothingIsMissing(KilledMarquee marquee, long seed) throws Exception {
        writes.settle(marquee.ingester());
        CommandRun verified = marquee.verify();
        assertThat(verified.exitCode())
                .as("verify after seed %d: %s", seed, verified.output())
                .isZero();
        for (var movie : writes.expected().entrySet()) {
            assertThat(marquee.movie(movie.getKey()))
                    .as("movie %s after seed %d", movie.getKey(), seed)
                    .contains(movie.getValue());
        }
    }
}
