package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogReadingIT {
    private static final int PARTITION =
            Partitioning.partitionOf(RecordKey.movie("1").bytes(), WrittenLog.PARTITIONS);

    private final WrittenLog written = new WrittenLog();
    private final VerifiedLog log = written.verified();
    private final LogFold fold = new LogFold(log.reader());
    private final List<Long> progress = new ArrayList<>();

    @AfterEach
    void closeLog() {
        written.close();
    }

    @Test
    void findsTheRulesAndThePartitionsOfTheLog() {
        assertThat(log.reader().rules()).isEqualTo(written.log.rules());
        assertThat(log.partitions()).isEqualTo(WrittenLog.PARTITIONS);
    }

    @Test
    void readsNoFurtherThanItIsToldAndGoesOnFromThere() throws Exception {
        for (int user = 0; user < 5; user++) {
            written.append(WrittenLog.event("1", "user " + user, 800));
        }
        long third = written.nextOffsets[PARTITION] - 4;

        try (LogReading reading = new LogReading(log, fold, progress::add)) {
            reading.readTo(Map.of(PARTITION, third));
            assertThat(fold.counts().all()).isEqualTo(3);
            assertThat(reading.afterLast(PARTITION)).isEqualTo(third);

            reading.readTo(Map.of(PARTITION, third));
            assertThat(fold.counts().all()).isEqualTo(3);

            reading.readTo(reading.ends());
            assertThat(fold.counts()).isEqualTo(new EventCounts(5, 0, 0, 0));
            assertThat(reading.afterLast(PARTITION)).isEqualTo(written.nextOffsets[PARTITION]);
            assertThat(reading.ends().get(PARTITION)).isGreaterThan(written.nextOffsets[PARTITION]);
        }
        assertThat(progress).isSorted().endsWith(5L);
    }

    @Test
    void anEmptyLogIsReadAtOnce() {
        try (LogReading reading = new LogReading(log, fold, progress::add)) {
            reading.readTo(reading.ends());
        }

        assertThat(fold.counts().all()).isZero();
    }

    @Test
    void abortedEventsAreNoEvents() throws Exception {
        written.append(WrittenLog.event("1", "a", 800));
        written.appendAndAbort(WrittenLog.event("1", "b", 100));

        try (LogReading reading = new LogReading(log, fold, progress::add)) {
            reading.readTo(reading.ends());

            assertThat(fold.counts()).isEqualTo(new EventCounts(1, 0, 0, 0));
            assertThat(reading.afterLast(PARTITION)).isEqualTo(written.nextOffsets[PARTITION]);
        }
    }
}
