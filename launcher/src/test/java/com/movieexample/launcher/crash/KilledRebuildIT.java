package com.movieexample.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.ChildMarquee;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.launcher.rebuild.LoggedRatings;
import com.movieexample.launcher.rebuild.RebuildRuns;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code marquee rebuild} is killed at seeded moments, from its start to long after the switch, while reads go on; then it
 * is gone on with, cancelled or rolled back. {@code -Dmarquee.rebuild.kills} for more kills.
 */
class KilledRebuildIT {
    private static final Logger log = LoggerFactory.getLogger(KilledRebuildIT.class);
    private static final long SEED = Long.getLong("marquee.seed", 11);
    private static final int KILLS = Integer.getInteger("marquee.rebuild.kills", 2);
    private static final int EVENTS = 40_000;

    /** So that the replay takes some two seconds. */
    private static final String THROTTLE = "--throttle=20000";

    /** After its first step. A run that is left alone takes some seconds for the replay, and three of grace. */
    private static final int LATEST_KILL_MS = 6_500;

    private final Random random = new Random(SEED);
    private final SteadyReads reads = new SteadyReads();

    @TempDir
    private Path folder;

    @Test
    void theLiveViewAnswersOnAndTheRebuildGoesOnOrEnds() throws Exception {
        try (RunningMarquee marquee = RunningMarquee.start(folder.resolve("data"))) {
            Addresses at = marquee.addresses();
            RebuildRuns commands = new RebuildRuns(at);
            for (int unrated = 0; unrated < GeneratedRatings.UNRATED; unrated++) {
                String id = GeneratedRatings.unrated(unrated);
                marquee.put(at.metadata(), "/metadata", "{\"id\":\"" + id + "\",\"title\":\"Film\"}");
            }
            LoggedRatings.append(at.bootstrapServers(), new Topics("", 6, 1), SEED, EVENTS);
            Load reading = reads.start(new HttpCaller(at.movie().httpPort()), 2, 100);
            for (int kill = 1; kill <= KILLS; kill++) {
                killAndGoOn(at, commands, kill);
            }
            reading.stop();
            assertThat(reads.failed()).isEmpty();
            assertThat(commands.rebuild("--grace=0s").exitCode()).isZero();
            commands.assertVerifies();
        }
    }

    private void killAndGoOn(Addresses at, RebuildRuns commands, int kill) throws Exception {
        // Spread over all of a run, so that few kills meet each part of it too.
        long after = Math.round((kill - 1 + random.nextDouble()) / KILLS * LATEST_KILL_MS);
        String printed;
        try (ChildMarquee rebuild = ChildMarquee.start(folder, commands.arguments(THROTTLE, "--grace=3s"))) {
            rebuild.awaitLine("eneration");
            TimeUnit.MILLISECONDS.sleep(after);
            rebuild.kill();
            printed = rebuild.out();
        }
        HttpResponse<String> answer =
                new HttpCaller(at.movie().httpPort()).get("/v1/movies/" + GeneratedRatings.unrated(0));
        assertThat(answer.statusCode()).isEqualTo(200);
        String status = commands.rebuild("status").output();
        String next = next(status);
        log.info("seed {}: kill {} after {} ms, when it had said {}; then {}", SEED, kill, after, printed, next);
        CommandRun went = next.isEmpty() ? commands.rebuild("--grace=0s") : commands.rebuild(next, "--grace=0s");
        assertThat(went.exitCode()).as(status + went.output()).isZero();
        commands.assertVerifies();
    }

    /** What to do about what the kill left; empty to go on. */
    private String next(String status) {
        List<String> possible = new ArrayList<>(List.of("", "cancel"));
        if (status.contains("superseded")) {
            possible.add("rollback");
        }
        return possible.get(random.nextInt(possible.size()));
    }
}
