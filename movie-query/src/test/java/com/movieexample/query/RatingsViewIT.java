package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.ViewSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each poll brings one record, so that every transaction comes in many pieces. */
@Timeout(60)
class RatingsViewIT {
    private static final int MOVIES = 300;
    private static final Map<String, String> ONE_BY_ONE = Map.of("max.poll.records", "1");

    private final RocksMemory memory = new RocksMemory(8 << 20);
    private AggregatesTopic topic;
    private RatingsView view;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        MarqueeLog log = TestLogs.open("ratings-view", 1);
        topic = new AggregatesTopic(log).create();
        view = new RatingsView(
                TestLogs.withSettings(log, ONE_BY_ONE),
                folder,
                memory,
                new RatingChanges(List.of(new KeptAnswers())),
                consumer -> {});
        view.view().start();
    }

    @AfterEach
    void close() {
        view.close();
        memory.close();
    }

    /** {@code movies} aggregates of {@code count} ratings. */
    private static Map<String, RatingAggregate> aggregates(int count) {
        Map<String, RatingAggregate> aggregates = new TreeMap<>();
        for (int movie = 0; movie < MOVIES; movie++) {
            aggregates.put("%03d".formatted(movie), AggregatesTopic.aggregate(count));
        }
        return aggregates;
    }

    @Test
    void aWatermarkPassesOnceItsWholeTransactionIsIn() throws Exception {
        topic.commitWatermarkFirst(1_000, aggregates(1));

        view.watermarks().past(0, 999).get(MovieProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(view.find(RecordKey.movie("299"))).isEqualTo(AggregatesTopic.aggregate(1));
    }

    @Test
    void aWholeSnapshotHasNoHalfTransaction() throws Exception {
        topic.commit(1_000, aggregates(1));
        topic.commitWatermarkFirst(2_000, aggregates(2));
        topic.commit(3_000, aggregates(3));

        Set<Long> seen = new TreeSet<>();
        while (!seen.contains(3L)) {
            Optional<ViewSnapshot> snapshot = view.wholeSnapshot();
            if (snapshot.isPresent()) {
                try (ViewSnapshot whole = snapshot.get()) {
                    seen.add(countIn(whole));
                }
            }
        }
    }

    /** The one count of every aggregate in a snapshot, and of its watermark; 0 if it is empty. */
    private long countIn(ViewSnapshot snapshot) {
        Set<Long> counts = new TreeSet<>();
        int[] movies = {0};
        snapshot.forEach((key, value) -> {
            if (ViewKeys.isRecord(key)) {
                counts.add(RatingsView.aggregate(value).getCount());
                movies[0]++;
            }
        });
        if (counts.isEmpty()) {
            return 0;
        }
        assertThat(counts).hasSize(1);
        assertThat(movies[0]).isEqualTo(MOVIES);
        long count = counts.iterator().next();
        snapshot.get(ViewKeys.watermark(0))
                .ifPresentOrElse(
                        value -> assertThat(value)
                                .isEqualTo(
                                        AggregatesTopic.watermark(count * 1_000).toByteArray()),
                        () -> assertThat(count)
                                .as("a snapshot without watermark")
                                .isZero());
        return count;
    }
}
