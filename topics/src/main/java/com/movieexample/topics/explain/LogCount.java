package com.movieexample.topics.explain;

import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.Judgement;
import com.movieexample.topics.rules.RatingVersion;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts what became of all events of the log, one partition after the other, since all of a record is in one. So the
 * standing versions of one partition are what is kept at a time. Thread-safe.
 */
public record LogCount(MarqueeLog log, Duration timeout) {
    /**
     * Up to the end that the log has now.
     *
     * @param progress told how many events have been read
     * @throws ExplanationTimeoutException when the time is over first
     * @throws KafkaUnavailableException when no broker answers
     */
    public LogTotals count(LongConsumer progress) {
        Run run = new Run(log.topics().ratingsPartitions(), progress);
        long events = 0;
        try (LogScan scan = new LogScan(log, Deadline.in(timeout))) {
            Map<TopicPartition, Long> ends = scan.ends();
            List<TopicPartition> partitions = ends.keySet().stream()
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            for (TopicPartition partition : partitions) {
                run.beginPartition();
                events += scan.scan(partition, ends.get(partition), run::add).events();
            }
        }
        return new LogTotals(events, run.ofRecords, run.ofNone);
    }

    /** One count in the making. */
    private static final class Run {
        private final int partitions;
        private final LongConsumer progress;
        private final Map<Category, Long> ofRecords = zeros();
        private final Map<Category, Long> ofNone = zeros();
        private StandingVersions standing = new StandingVersions();
        private long read;

        Run(int partitions, LongConsumer progress) {
            this.partitions = partitions;
            this.progress = progress;
        }

        private static Map<Category, Long> zeros() {
            Map<Category, Long> counts = new EnumMap<>(Category.class);
            for (Category category : Category.values()) {
                counts.put(category, 0L);
            }
            return counts;
        }

        void beginPartition() {
            standing = new StandingVersions();
        }

        void add(LogEvent event) {
            progress.accept(++read);
            if (event.judgement() instanceof Judgement.Good good) {
                add(good);
                return;
            }
            Category category = event.judgement() instanceof Judgement.Bad ? Category.BAD : Category.MISPLACED;
            add(event.isWhereItsRecordIs(partitions) ? ofRecords : ofNone, category, 1);
        }

        private void add(Judgement.Good good) {
            StandingVersions.Key key =
                    StandingVersions.Key.of(good.key(), good.event().getUserId());
            RatingVersion version = good.version();
            Optional<RatingVersion> previous = standing.get(key);
            if (previous.isPresent() && !version.supersedes(previous.get())) {
                add(ofRecords, Category.passedOver(version, previous.get()), 1);
                return;
            }
            standing.put(key, version);
            previous.ifPresent(gone -> {
                add(ofRecords, Category.standing(gone), -1);
                add(ofRecords, Category.superseded(gone, version), 1);
            });
            add(ofRecords, Category.standing(version), 1);
        }

        private static void add(Map<Category, Long> counts, Category category, long number) {
            counts.merge(category, number, Long::sum);
        }
    }
}
