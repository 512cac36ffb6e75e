package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two instances one is killed in the middle of its work, and the other one goes on from its standby stores. */
class StandbyTakeoverIT {
    private static final String STANDBYS = "num.standby.replicas";

    /** The shortest that a broker allows: for so long the partitions of the killed one stand still. */
    private static final String SESSION_TIMEOUT = "consumer.session.timeout.ms";

    private static final Map<String, String> SETTINGS = Map.of(STANDBYS, "1", SESSION_TIMEOUT, "6000");
    private static final int EVENTS = 6_000;
    private static final int SOME_EVENTS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void aStandbyGoesOnWhereTheKilledOneHadCommitted(StoreKind stores, @TempDir Path folder) throws Exception {
        Path survivor = Files.createDirectory(folder.resolve("survivor"));
        Path victim = Files.createDirectory(folder.resolve("victim"));
        try (FoldRun run = new FoldRun(stores, survivor);
                ChildFold killed = ChildFold.start(
                        run.prefix(),
                        victim,
                        stores,
                        SETTINGS.entrySet().stream().map(Map.Entry::toString).toArray(String[]::new))) {
            RatedByMany rated = RatedByMany.append(run.log, EVENTS);
            killed.awaitFolded(EVENTS);
            run.configure(SETTINGS);
            run.start();
            await().atMost(PATIENCE).until(() -> bothFold(run, rated));
            await().atMost(PATIENCE).until(() -> hasWholeStandbys(run));
            Set<Integer> taken = standbys(run);
            double folded = run.events("applied");

            rated.appendMore(run.log, EVENTS);
            killed.kill();
            await().atMost(PATIENCE).until(() -> rated.isAllIn(CommittedView.read(run.log)));

            assertThat(active(run)).containsAll(taken);
            rated.assertThatNoneIsMissing(CommittedView.read(run.log));
            assertThat(run.events("applied"))
                    .as("nothing is folded from the start")
                    .isLessThanOrEqualTo(folded + EVENTS);
        }
    }

    /**
     * Shown by events and not by what Kafka Streams says of its tasks, which runs ahead while they move: of some more
     * events the survivor folds a part, and so the other one folds the rest.
     */
    private static boolean bothFold(FoldRun run, RatedByMany rated) throws Exception {
        double before = run.events("applied");
        rated.appendMore(run.log, SOME_EVENTS);
        await().atMost(PATIENCE).until(() -> rated.isAllIn(CommittedView.read(run.log)));
        double folded = run.events("applied") - before;
        return folded > 0 && folded < SOME_EVENTS;
    }

    /** Both have partitions of their own, and the survivor's copies of the other's are complete. */
    private static boolean hasWholeStandbys(FoldRun run) {
        KafkaStreams streams = run.streams().streams();
        return !standbys(run).isEmpty()
                && !active(run).isEmpty()
                && active(run).size() + standbys(run).size() == FoldRun.PARTITIONS
                && streams.allLocalStorePartitionLags().values().stream()
                        .flatMap(partitions -> partitions.values().stream())
                        // The marker of the last transaction is an offset too.
                        .allMatch(lag -> lag.offsetLag() <= 1);
    }

    private static Set<Integer> active(FoldRun run) {
        return partitions(run, true);
    }

    private static Set<Integer> standbys(FoldRun run) {
        return partitions(run, false);
    }

    private static Set<Integer> partitions(FoldRun run, boolean active) {
        return run.streams().streams().metadataForLocalThreads().stream()
                .flatMap(thread -> (active ? thread.activeTasks() : thread.standbyTasks()).stream())
                .map(TaskMetadata::taskId)
                .map(task -> task.partition())
                .collect(Collectors.toSet());
    }
}
