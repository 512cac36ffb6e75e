package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.RatedEvent;
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
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;

/** A fold of one partition over a state on the heap, and events for it. */
abstract class FoldFixture {
    static final RecordKey RECORD = RecordKey.movie("603");
    static final long TIME = 1_700_000_000_000L;
    static final long NOW = TIME + 3_600_000;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    final TreeSet<Long> inTheLog = new TreeSet<>();
    final FoldProgress progress = new FoldProgress(1);
    FakeFoldState state = new FakeFoldState(0);
    RatingFold fold;

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
        fold = new RatingFold(
                reader,
                any -> state,
                new KnownLog(),
                new FoldMetrics(meters, 1),
                progress,
                new Throttle(1),
                Long.MAX_VALUE,
                new HashSet<>());
        fold.init(context);
    }

    /** Goes on from a state, as a task does that was moved or revived. */
    void goOnFrom(FakeFoldState other) {
        state = other;
        fold.init(context);
    }

    void process(long offset, byte[] key, byte[] value) {
        process(offset, TIME, key, value);
    }

    void process(long offset, long takenAt, byte[] key, byte[] value) {
        context.setRecordMetadata("ratings", 0, offset);
        fold.process(new Record<>(key, value, takenAt));
    }

    /** A rating without a time of its own. */
    void takenAt(long offset, long time, int value) {
        RatedEvent event = new RatedEvent(RECORD, "neo", OptionalInt.of(value), OptionalLong.empty());
        process(offset, time, RECORD.bytes(), event.toMessage().toByteArray());
    }

    void put(long offset, String user, int value) {
        put(offset, user, value, TIME);
    }

    void put(long offset, String user, int value, long ratedAt) {
        RatedEvent event = new RatedEvent(RECORD, user, OptionalInt.of(value), OptionalLong.of(ratedAt));
        process(offset, RECORD.bytes(), event.toMessage().toByteArray());
    }

    double events(String outcome) {
        return meters.get("marquee.fold.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    RatingAggregate aggregate() {
        return state.aggregate(RECORD);
    }

    void assertThatNothingChangedSince(FakeFoldState before) {
        assertThat(state)
                .usingRecursiveComparison()
                .ignoringFields("commit", "readAhead")
                .isEqualTo(before);
    }

    long published() {
        progress.publish();
        return progress.published().of(0);
    }

    void goOnFromOffset(long offset) {
        FakeFoldState later = new FakeFoldState(offset);
        later.batchSize = state.batchSize;
        goOnFrom(later);
    }
}
