package com.movieexample.aggregator.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.aggregator.store.BrokenOffFoldException;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatingFoldTest {
    private static final RecordKey RECORD = RecordKey.movie("603");
    private static final long TIME = 1_700_000_000_000L;
    private static final long NOW = TIME + 3_600_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final TreeSet<Long> inTheLog = new TreeSet<>();
    private final FoldProgress progress = new FoldProgress(1);
    private FakeFoldState state = new FakeFoldState(0);
    private RatingFold fold;

    /** Knows what is in the log without asking it. */
    private final class KnownLog extends GapCheck {
        private KnownLog() {
            super(new KafkaClients("nowhere:1", Map.of()), "ratings");
        }

        @Override
        Optional<Long> firstRecord(int partition, long from, long to) {
            return inTheLog.subSet(from, to).stream().findFirst();
        }

        @Override
        Optional<Long> firstRecord(int partition, long from) {
            return inTheLog.tailSet(from).stream().findFirst();
        }
    }

    @BeforeEach
    void create() {
        context.setCurrentSystemTimeMs(NOW);
        EventReader reader = new EventReader(EventRules.DEFAULT, 1);
        fold = new RatingFold(reader, any -> state, new KnownLog(), new FoldMetrics(meters), progress, new HashSet<>());
        fold.init(context);
    }

    /** Goes on from a state, as a task does that was moved or revived. */
    private void goOnFrom(FakeFoldState other) {
        state = other;
        fold.init(context);
    }

    private void process(long offset, byte[] key, byte[] value) {
        process(offset, TIME, key, value);
    }

    private void process(long offset, long takenAt, byte[] key, byte[] value) {
        context.setRecordMetadata("ratings", 0, offset);
        fold.process(new Record<>(key, value, takenAt));
    }

    /** A rating without a time of its own. */
    private void takenAt(long offset, long time, int value) {
        RatedEvent event = new RatedEvent(RECORD, "neo", OptionalInt.of(value), OptionalLong.empty());
        process(offset, time, RECORD.bytes(), event.toMessage().toByteArray());
    }

    private void put(long offset, String user, int value) {
        put(offset, user, value, TIME);
    }

    private void put(long offset, String user, int value, long ratedAt) {
        RatedEvent event = new RatedEvent(RECORD, user, OptionalInt.of(value), OptionalLong.of(ratedAt));
        process(offset, RECORD.bytes(), event.toMessage().toByteArray());
    }

    private double events(String outcome) {
        return meters.get("marquee.fold.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private RatingAggregate aggregate() {
        return state.aggregate(RECORD);
    }

    private void assertThatNothingChangedSince(FakeFoldState before) {
        assertThat(state)
                .usingRecursiveComparison()
                .ignoringFields("commit", "readAhead")
                .isEqualTo(before);
    }

    @Test
    void aGoodEventMovesTheAggregateAndItsDigest() {
        put(0, "neo", 450);
        put(1, "neo", 300, TIME + 1);
        put(2, "trinity", 500);

        assertThat(aggregate().getCount()).isEqualTo(2);
        assertThat(aggregate().getSum()).isEqualTo(800);
        assertThat(state.nextOffset()).isEqualTo(3);
        assertThat(state.digest()).isEqualTo(AggregateDigest.of(RECORD.bytes(), aggregate()));
        assertThat(events("applied")).isEqualTo(3);
    }

    @Test
    void aLateEventMovesTheWatermarkAlone() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();

        put(1, "neo", 300, TIME - 1);

        assertThat(state.nextOffset()).isEqualTo(2);
        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("superseded")).isEqualTo(1);
    }

    @Test
    void aRatingThatLosesBecauseTheBrokersClockWentBackIsCountedApart() {
        takenAt(0, TIME, 450);
        takenAt(1, TIME, 400);
        FakeFoldState before = state.copy();

        takenAt(2, TIME - 1, 300);

        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("clock-went-back")).isEqualTo(1);
        assertThat(events("superseded")).isZero();
    }

    @Test
    void anOffsetThatComesAgainIsSkippedAndCounted() {
        put(0, "neo", 450);
        put(1, "trinity", 450);
        FakeFoldState before = state.copy();

        put(0, "smith", 50);
        put(1, "smith", 50);

        assertThatNothingChangedSince(before);
        assertThat(events("redelivered")).isEqualTo(2);
        assertThat(events("applied")).isEqualTo(2);
    }

    @Test
    void badAndMisplacedEventsMoveTheWatermarkAlone() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();
        byte[] good = new RatedEvent(RECORD, "smith", OptionalInt.of(50), OptionalLong.of(TIME))
                .toMessage()
                .toByteArray();

        process(1, RECORD.bytes(), "no event".getBytes(UTF_8));
        process(2, RECORD.bytes(), null);
        process(3, RecordKey.movie("604").bytes(), good);
        process(4, null, good);

        assertThat(state.nextOffset()).isEqualTo(5);
        assertThat(state.digest()).isEqualTo(before.digest());
        before.include(state.nextOffset());
        assertThatNothingChangedSince(before);
        assertThat(events("bad")).isEqualTo(2);
        assertThat(events("misplaced")).isEqualTo(2);
    }

    @Test
    void aGapWithNothingInItIsPassed() {
        put(0, "neo", 450);
        inTheLog.add(7L);

        put(7, "trinity", 450);

        assertThat(aggregate().getCount()).isEqualTo(2);
        assertThat(state.nextOffset()).isEqualTo(8);
    }

    @Test
    void aGapWithARecordInItStopsTheFoldBeforeItChangesAnything() {
        put(0, "neo", 450);
        FakeFoldState before = state.copy();
        inTheLog.add(4L);

        assertThatThrownBy(() -> put(10_007, "trinity", 450))
                .isInstanceOf(SkippedEventsException.class)
                .hasMessageContaining("expected offset 1 and was given 10007, but the log holds a record at 4");

        assertThatNothingChangedSince(before);
    }

    @Test
    void aCheckpointHoldsAllBeforeItsOffset() {
        goOnFrom(new FakeFoldState(9_998));

        put(9_998, "neo", 450);
        assertThat(state.digestsByCheckpoint).isEmpty();
        put(9_999, "trinity", 450);
        long digest = state.digest();
        put(10_000, "smith", 50);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aCheckpointIsKeptEvenIfItsOffsetHoldsNoRecord() {
        goOnFrom(new FakeFoldState(9_997));
        put(9_997, "neo", 450);
        long digest = state.digest();

        put(10_003, "trinity", 450);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aGapThatEndsAtACheckpointKeepsItWithoutTheEventThere() {
        goOnFrom(new FakeFoldState(9_997));
        put(9_997, "neo", 450);
        long digest = state.digest();

        put(10_000, "trinity", 450);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
    }

    @Test
    void aLongGapKeepsEveryCheckpointInIt() {
        put(0, "neo", 450);
        long digest = state.digest();

        put(29_999, "trinity", 450);

        assertThat(state.digestsByCheckpoint)
                .isEqualTo(Map.of(10_000L, digest, 20_000L, digest, 30_000L, state.digest()));
    }

    @Test
    void aGapLongerThanAllCheckpointsTogetherKeepsTheLastOnes() {
        put(0, "neo", 450);

        put(1_000_000_000, "trinity", 450);

        assertThat(state.digestsByCheckpoint).hasSize(64).containsKeys(1_000_000_000L, 999_370_000L);
    }

    private long published() {
        progress.publish();
        return progress.published().of(0);
    }

    @Test
    void readersAreToldHowFarTheFoldHasCome() {
        put(0, "neo", 450);
        put(1, "trinity", 500);

        assertThat(published()).isEqualTo(2);
    }

    @Test
    void whatWasTakenBackIsToldNoLonger() {
        put(0, "neo", 450);
        FakeFoldState committed = state.copy();
        put(1, "trinity", 500);
        assertThat(published()).isEqualTo(2);

        goOnFrom(committed);

        assertThat(published()).isEqualTo(1);
    }

    @Test
    void aClosedFoldIncludesNothing() {
        put(0, "neo", 450);
        assertThat(published()).isEqualTo(1);

        fold.close();

        assertThat(published()).isZero();
    }

    @Test
    void aTaskThatIsRevivedKnowsOnlyWhatItsStateHolds() {
        put(0, "neo", 450);
        FakeFoldState committed = state.copy();
        put(1, "trinity", 500);
        put(2, "smith", 50);
        FakeFoldState afterAll = state.copy();

        goOnFrom(committed);
        put(1, "trinity", 500);
        put(2, "smith", 50);

        assertThatNothingChangedSince(afterAll);
        assertThat(events("redelivered")).isZero();
    }

    @Test
    void aTaskThatBeginsForTheFirstTimeIsNotWatched() {
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void aRevivedTaskThatIsNotGivenWhatTheLogHoldsStopsTheFold() {
        put(0, "neo", 450);
        inTheLog.add(1L);
        goOnFrom(state.copy());
        Punctuator look = context.scheduledPunctuators().get(0).getPunctuator();

        assertThatCode(() -> look.punctuate(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> look.punctuate(0))
                .isInstanceOf(SkippedEventsException.class)
                .hasMessage("ratings/0: the fold was revived at offset 1 and is not given the record at 1. "
                        + "It starts again from what it has committed.");
    }

    @Test
    void aRevivedTaskThatIsGivenAnEventIsWatchedNoLonger() {
        put(0, "neo", 450);
        inTheLog.add(1L);
        goOnFrom(state.copy());

        put(1, "trinity", 450);

        assertThat(context.scheduledPunctuators().get(0).cancelled()).isTrue();
    }

    @Test
    void aRevivedTaskForWhichTheLogHoldsNothingIsWatchedNoLonger() {
        put(0, "neo", 450);
        goOnFrom(state.copy());

        context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);

        assertThat(context.scheduledPunctuators().get(0).cancelled()).isTrue();
    }

    /** From here on: a state that takes events in batches. */
    private void goOnInBatches(int batchSize) {
        FakeFoldState batched = new FakeFoldState(0);
        batched.batchSize = batchSize;
        goOnFrom(batched);
    }

    @Test
    void oldEventsWaitForAFullBatch() {
        goOnInBatches(3);

        put(0, "neo", 450);
        put(1, "trinity", 450);
        assertThat(aggregate()).isNull();
        assertThat(published()).isZero();
        put(2, "smith", 50);

        assertThat(aggregate().getCount()).isEqualTo(3);
        assertThat(state.nextOffset()).isEqualTo(3);
        assertThat(published()).isEqualTo(3);
        assertThat(state.readAhead).hasSize(3);
    }

    @Test
    void eventsThatArePassedOverFillABatchToo() {
        goOnInBatches(2);

        put(0, "neo", 450);
        process(1, RECORD.bytes(), null);

        assertThat(aggregate().getCount()).isEqualTo(1);
        assertThat(state.nextOffset()).isEqualTo(2);
    }

    @Test
    void theRestIsFoldedBeforeACommit() {
        goOnInBatches(100);
        put(0, "neo", 450);

        state.commit.run();

        assertThat(aggregate().getCount()).isEqualTo(1);
        assertThat(state.nextOffset()).isEqualTo(1);
    }

    @Test
    void aFreshEventWaitsForAMomentAtMost() {
        goOnInBatches(100);
        for (int offset = 0; offset < 50; offset++) {
            takenAt(offset, NOW, 450);
        }
        context.scheduledPunctuators().stream()
                .filter(scheduled -> !scheduled.cancelled())
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(NOW));

        assertThat(state.nextOffset()).isEqualTo(50);
        assertThat(context.scheduledPunctuators()).allMatch(scheduled -> scheduled.cancelled());
    }

    @Test
    void theVersionsOfOneRatingKeepTheirOrderInABatch() {
        goOnInBatches(4);

        takenAt(0, TIME, 450);
        put(1, "zion, whose key comes last", 500);
        takenAt(2, TIME, 50);
        takenAt(3, TIME, 300);

        assertThat(aggregate().getSum()).isEqualTo(800);
        assertThat(aggregate().getLastChangeOffset()).isEqualTo(3);
    }

    @Test
    void aCheckpointEndsABatch() {
        goOnInBatches(10_000);
        goOnFromOffset(9_999);

        put(9_999, "neo", 450);
        long digest = state.digest();
        put(10_000, "trinity", 450);

        assertThat(state.digestsByCheckpoint).isEqualTo(Map.of(10_000L, digest));
        assertThat(aggregate().getCount()).isEqualTo(1);
    }

    private void goOnFromOffset(long offset) {
        FakeFoldState later = new FakeFoldState(offset);
        later.batchSize = state.batchSize;
        goOnFrom(later);
    }

    @Test
    void nothingOfABatchIsLeftWhenTheTaskIsRevived() {
        goOnInBatches(3);
        put(0, "neo", 450);
        put(1, "trinity", 450);

        goOnInBatches(3);
        put(0, "neo", 450);
        state.commit.run();

        assertThat(aggregate().getCount()).isEqualTo(1);
    }

    /** Kafka Streams asks for what is left even when it closes a task that failed. */
    @Test
    void aFoldThatWasBrokenOffIsNeverCommitted() {
        goOnInBatches(2);
        state.failure = new TaskCorruptedException(Set.of(context.taskId()));
        put(0, "neo", 450);

        assertThatThrownBy(() -> put(1, "trinity", 450)).isInstanceOf(BrokenOffFoldException.class);
        state.failure = null;

        assertThatThrownBy(() -> state.commit.run()).hasMessage("the fold of partition 0 was broken off");
        assertThat(state.nextOffset()).isZero();
    }
}
