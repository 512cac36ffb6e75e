package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restored records without a key vanish while processed ones don't, so none may ever be folded where it stands. */
class RestoreIT {
    private static final RecordKey RECORD = RecordKey.movie("603");
    private static final int PARTITION = Partitioning.partitionOf(RECORD.bytes(), FoldRun.PARTITIONS);
    private static final long TIME = 1_700_000_000_000L;

    private static byte[] rating(String user, int value, long time) {
        return new RatedEvent(RECORD, user, OptionalInt.of(value), OptionalLong.of(time))
                .toMessage()
                .toByteArray();
    }

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void anEventWithoutAKeyCountsNeitherBeforeNorAfterARestoreFromTheChangelogs(
            StoreKind stores, @TempDir Path stateDir) throws Exception {
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            RawTopic ratings =
                    new RawTopic(run.log.clients(), run.log.topics().ratings().name());
            ratings.append(List.of(
                    ratings.entry(PARTITION, RECORD.bytes(), rating("neo", 450, TIME)),
                    ratings.entry(PARTITION, null, rating("smith", 50, TIME)),
                    ratings.entry(PARTITION, RECORD.bytes(), rating("trinity", 500, TIME))));
            run.start();
            RatingAggregate before = aggregateUpTo(3, run);
            assertThat(before.getCount()).isEqualTo(2);
            assertThat(before.getSum()).isEqualTo(950);

            run.stop();
            deleteAllButTheName(stateDir);
            run.start();
            ratings.append(List.of(
                    ratings.entry(PARTITION, null, rating("smith", 50, TIME + 1)),
                    ratings.entry(PARTITION, RECORD.bytes(), rating("neo", 300, TIME + 1)),
                    ratings.entry(PARTITION, RECORD.bytes(), rating("trinity", 50, TIME - 1))));

            RatingAggregate after = aggregateUpTo(6, run);
            assertThat(after.getCount()).isEqualTo(2);
            assertThat(after.getSum()).isEqualTo(800);
            assertThat(run.events("misplaced")).isEqualTo(2);
            assertThat(run.events("applied")).as("nothing is folded again").isEqualTo(3);
        }
    }

    private static RatingAggregate aggregateUpTo(long nextOffset, FoldRun run) throws Exception {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> CommittedView.read(run.log).nextOffset(PARTITION) == nextOffset);
        return CommittedView.read(run.log).aggregates().get(RECORD);
    }

    /** Under another name it would wait for its own time-out. */
    private static void deleteAllButTheName(Path stateDir) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> paths = Files.walk(stateDir)) {
            innermostFirst = paths.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(stateDir) && !path.endsWith("instance-id"))
                    .toList();
        }
        for (Path path : innermostFirst) {
            Files.delete(path);
        }
    }
}
