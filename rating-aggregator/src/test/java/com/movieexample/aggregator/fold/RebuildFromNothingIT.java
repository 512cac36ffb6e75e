package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.testkit.FolderTree;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "From the start" means group, state folder and changelog topics: with all three gone the log alone is folded. */
class RebuildFromNothingIT {
    private static final int EVENTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path stateDir;

    @Test
    void theLogAloneGivesTheSameViewAgain() throws Exception {
        try (FoldRun run = new FoldRun(stateDir)) {
            CommittedView before = fold(run, RatedByMany.append(run.log, EVENTS));

            forget(run, List.of("ratings-by-user", "rating-aggregates"));
            CommittedView rebuilt = foldAgain(run);

            assertThat(rebuilt).isEqualTo(before);
            assertThat(run.events("applied")).isEqualTo(2.0 * EVENTS);
        }
    }

    @Test
    void changelogsThatAreLeftRestoreAllAndNothingCountsTwice() throws Exception {
        try (FoldRun run = new FoldRun(stateDir)) {
            CommittedView before = fold(run, RatedByMany.append(run.log, EVENTS));

            forget(run, List.of());
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

    /** Removes the group, the state folder, and the changelogs of these stores. */
    private void forget(FoldRun run, List<String> stores) throws Exception {
        MarqueeLog log = run.log;
        String application = log.topics().applicationId(log.generation());
        try (Admin admin = log.clients().admin("forget")) {
            // A static member that was closed is still one.
            admin.removeMembersFromConsumerGroup(application, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.deleteConsumerGroups(List.of(application)).all().get();
            admin.deleteTopics(stores.stream()
                            .map(store -> application + "-" + store + "-changelog")
                            .toList())
                    .all()
                    .get();
        }
        FolderTree.delete(stateDir);
        Files.createDirectories(stateDir);
    }
}
