package com.movieexample.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.Progress;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of the log is not known here: no broker is. */
class PositionedReadsTest {
    private static final Topics TOPICS = new Topics("", 2, 1);
    private static final TopicDefinition<?, ?> RATINGS = TOPICS.ratings();
    private static final RecordKey RECORD = RecordKey.movie("603");
    private static final int HERE = Partitioning.partitionOf(RECORD.bytes(), 2);
    private static final Positions SEEN = Positions.parse("ratings/" + HERE + ":10");

    private final Progress progress = new Progress();
    private final AtomicInteger reads = new AtomicInteger();
    private final ReadGate gate = new ReadGate(
            TOPICS,
            Map.of(RATINGS.name(), progress),
            new LogEnds(TestLogs.unreachable().clients(), "test", List.of(RATINGS)),
            new ReadBounds(Duration.ofSeconds(20), MaxLag.NONE));

    @AfterEach
    void close() {
        gate.close();
    }

    /** @param nextOffsets what the store includes at each read; the last one for all that follow */
    private CompletableFuture<Long> read(Duration timeout, Positions seen, long... nextOffsets) {
        return new PositionedReads(RATINGS, gate, timeout)
                .read(
                        seen,
                        List.of(RECORD),
                        () -> nextOffsets[Math.min(reads.getAndIncrement(), nextOffsets.length - 1)],
                        next -> List.of(reach(next)));
    }

    private static Long answer(CompletableFuture<Long> read) throws Exception {
        return read.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoHasSeenNothingIsAnsweredAtOnce() {
        assertThat(read(Duration.ZERO, Positions.NONE, 0)).isCompletedWithValue(0L);
    }

    @Test
    void waitsUntilTheFoldHasPassedWhatWasSeen() throws Exception {
        CompletableFuture<Long> read = read(Duration.ofSeconds(20), SEEN, 11);
        progress.advance(HERE, 10);
        assertThat(read).isNotDone();

        progress.advance(HERE, 11);

        assertThat(answer(read)).isEqualTo(11);
    }

    @Test
    void readsAgainWhatAnAbortHasTakenBack() throws Exception {
        progress.advance(HERE, 11);

        assertThat(answer(read(Duration.ofSeconds(20), SEEN, 4, 10, 12))).isEqualTo(12);
        assertThat(reads).hasValue(3);
    }

    @Test
    void neverAnswersWithOlderDataInSilence() {
        progress.advance(HERE, 11);

        assertThatThrownBy(() -> answer(read(Duration.ofMillis(30), SEEN, 10)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(PositionNotReachedException.class)
                .hasMessageContaining(
                        "did not come past ratings/%d:10 within 30 ms, it includes what is before 10", HERE);
    }

    @Test
    void positionsInPartitionsOfOtherRecordsDoNotMatter() {
        Positions elsewhere = Positions.parse("ratings/" + (1 - HERE) + ":10,movie-metadata/0:7");

        assertThat(read(Duration.ZERO, elsewhere, 0)).isCompletedWithValue(0L);
    }

    @Test
    void positionsThatNoLogHasAreRefused() {
        for (String none : List.of("ratings/2:10", "raitings/0:10")) {
            assertThatThrownBy(() -> read(Duration.ZERO, Positions.parse(none), 11))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("Marquee-Position is \"" + none + "\", expected ");
        }
    }

    @Test
    void doesNotWaitForACopy() {
        PositionedReads reading = new PositionedReads(RATINGS, gate, Duration.ofSeconds(20));

        assertThat(reading.readCopies(SEEN, List.of(RECORD), () -> 0L, next -> List.of(reach(next))))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
    }

    @Test
    void readsACopyThatIncludesWhatWasSeen() {
        PositionedReads reading = new PositionedReads(RATINGS, gate, Duration.ofSeconds(20));

        assertThat(reading.readCopies(SEEN, List.of(RECORD), () -> 1_000L, next -> List.of(reach(next))))
                .isCompletedWithValue(1_000L);
    }

    private static PartitionReach reach(long nextOffset) {
        return PartitionReach.newBuilder()
                .setPartition(HERE)
                .setNextOffset(nextOffset)
                .build();
    }
}
