package com.movieexample.aggregator.store.batched;

import static com.movieexample.aggregator.store.batched.FakeStoreContext.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchedFoldStateTest {
    private static final long TIME = 1_700_000_000_000L;
    private static final Bytes WATERMARK = Bytes.wrap(ViewKeys.watermark(0));

    private final BatchedStore ratings = new BatchedStore(Topics.RATING_STORE);
    private final BatchedStore aggregates = new BatchedStore(Topics.AGGREGATE_STORE);
    private final MockProcessorContext<Void, Void> task = new MockProcessorContext<>();
    private FakeStoreContext kafka;
    private BatchedFoldState state;

    @BeforeEach
    void open(@TempDir Path folder) {
        kafka = new FakeStoreContext(folder);
        ratings.init(kafka.context(), ratings);
        aggregates.init(kafka.context(), aggregates);
        task.addStateStore(ratings);
        task.addStateStore(aggregates);
        state = new BatchedFoldState(task, 4);
    }

    @AfterEach
    void close() {
        ratings.close();
        aggregates.close();
        kafka.close();
    }

    private void commit() {
        ratings.flushCache();
        aggregates.flushCache();
    }

    private void rate(String record, int value, long offset) {
        state.moveAggregate(bytes(record), null, RatingVersion.put(TIME, true, value), offset);
    }

    private RatingAggregate aggregate(String record) throws InvalidProtocolBufferException {
        return RatingAggregate.parseFrom(aggregates.get(bytes(record)));
    }

    private Watermark watermark(Bytes key) throws InvalidProtocolBufferException {
        return Watermark.parseFrom(aggregates.get(key));
    }

    private long fingerprint(String record) throws InvalidProtocolBufferException {
        return AggregateDigest.of(bytes(record).get(), aggregate(record));
    }

    @Test
    void readersSeeWhatIsNotCommitted() throws Exception {
        rate("movie/1", 450, 0);
        rate("movie/1", 50, 1);
        state.putRating(bytes("movie/1\0neo"), RatingVersion.delete(TIME, true));
        state.include(2);

        assertThat(aggregate("movie/1").getSum()).isEqualTo(500);
        assertThat(watermark(WATERMARK).getNextOffset()).isEqualTo(2);
        assertThat(ratings.get(bytes("movie/1\0neo"))).isNotNull();
        assertThat(kafka.changelog).isEmpty();
    }

    @Test
    void eachChangedAggregateIsWrittenOnceAndTheWatermarkLast() throws Exception {
        rate("movie/1", 450, 0);
        rate("movie/2", 450, 1);
        rate("movie/1", 50, 2);
        state.include(3);

        commit();

        assertThat(kafka.changelog.stream().map(entry -> entry.substring(0, entry.indexOf('='))))
                .containsExactly("movie/1", "movie/2", "watermark:0");
        assertThat(aggregate("movie/1").getCount()).isEqualTo(2);
        assertThat(watermark(WATERMARK).getDigest()).isEqualTo(fingerprint("movie/1") + fingerprint("movie/2"));
    }

    @Test
    void nothingIsWrittenWhenNothingHappened() {
        rate("movie/1", 450, 0);
        state.include(1);
        commit();
        kafka.changelog.clear();

        commit();

        assertThat(kafka.changelog).isEmpty();
    }

    @Test
    void theWatermarkMovesThoughNoAggregateChanged() throws Exception {
        state.include(7);

        commit();

        assertThat(watermark(WATERMARK).getNextOffset()).isEqualTo(7);
    }

    @Test
    void aCheckpointHasTheDigestOfItsMoment() throws Exception {
        rate("movie/1", 450, 9_999);
        state.putCheckpoint(10_000);
        long digest = fingerprint("movie/1");
        rate("movie/1", 450, 10_000);

        commit();

        Watermark checkpoint = watermark(Bytes.wrap(ViewKeys.checkpoint(0, 10_000)));
        assertThat(checkpoint.getNextOffset()).isEqualTo(10_000);
        assertThat(checkpoint.getDigest()).isEqualTo(digest).isNotEqualTo(fingerprint("movie/1"));
    }

    @Test
    void goesOnFromWhatWasCommitted() throws Exception {
        rate("movie/1", 450, 0);
        state.include(1);
        commit();

        state = new BatchedFoldState(task, 4);
        assertThat(state.nextOffset()).isEqualTo(1);
        rate("movie/1", 50, 1);
        state.include(2);
        commit();

        assertThat(aggregate("movie/1").getSum()).isEqualTo(500);
        assertThat(watermark(WATERMARK).getDigest()).isEqualTo(fingerprint("movie/1"));
    }

    @Test
    void aggregatesThatAreNoLongerHeldAreReadAgain() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int movie = 0; movie < 20; movie++) {
                rate("movie/" + movie, 100, 20 * round + movie);
                commit();
            }
        }

        for (int movie = 0; movie < 20; movie++) {
            assertThat(aggregate("movie/" + movie).getCount())
                    .as("movie %d", movie)
                    .isEqualTo(3);
        }
    }

    @Test
    void foldsWhatWaitsBeforeACommit() {
        state.beforeCommit(() -> {
            rate("movie/1", 450, 0);
            state.include(1);
            state.beforeCommit(() -> {});
        });

        commit();

        assertThat(kafka.changelog).hasSize(2);
    }

    @Test
    void asksForACommitWhenTooMuchIsChanged() {
        for (int user = 0; user <= 50_000; user++) {
            assertThat(task.committed()).isFalse();
            state.putRating(bytes("movie/1\0" + user), RatingVersion.put(TIME, true, 450));
        }

        assertThat(task.committed()).isTrue();
    }
}
