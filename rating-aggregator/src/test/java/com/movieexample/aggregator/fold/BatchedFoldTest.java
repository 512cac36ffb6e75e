package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.aggregator.store.BrokenOffFoldException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.junit.jupiter.api.Test;

/** Events that wait for each other. */
class BatchedFoldTest extends FoldFixture {
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
