package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partition 2 has an event each 10,000 offsets, up to offset 50,000. */
class CheckpointComparisonTest {
    private static final int PARTITION = 2;
    private static final long NEXT_OFFSET = 50_007;

    private final FoldedCheckpoints folded = new FoldedCheckpoints();
    private final Differences differences = new Differences();
    private final CheckpointComparison comparison = new CheckpointComparison(folded, differences);
    private final long[] digests = new long[6];

    @BeforeEach
    void fold() {
        FoldedRecord record = new FoldedRecord();
        for (int i = 1; i <= 5; i++) {
            record.add("user " + i, RatingVersion.put(5, true, 450), i);
            folded.changed(PARTITION, "movie/1", record);
            folded.passTo(PARTITION, i * 10_000L);
            digests[i] = AggregateDigest.of("movie/1".getBytes(StandardCharsets.UTF_8), record.toMessage());
        }
    }

    private Watermark good(int i) {
        return checkpoint(i * 10_000L, digests[i]);
    }

    private Watermark wrong(int i) {
        return checkpoint(i * 10_000L, 0x0123);
    }

    private static Watermark checkpoint(long offset, long digest) {
        return Watermark.newBuilder().setNextOffset(offset).setDigest(digest).build();
    }

    private void serve(Watermark... checkpoints) {
        comparison.served(PARTITION, NEXT_OFFSET, List.of(checkpoints));
    }

    @Test
    void findsNothingWhereAllAgree() {
        serve(IntStream.rangeClosed(1, 5).mapToObj(this::good).toArray(Watermark[]::new));

        assertThat(differences.count()).isZero();
        assertThat(comparison.compared()).isEqualTo(new ComparedCheckpoints(5, 5, 10_000, 50_000));
    }

    @Test
    void namesTheFirstThatDiffers() {
        serve(good(4), wrong(3), good(1), good(2), wrong(5));

        assertThat(differences.lines())
                .containsExactly("digest of partition 2 at checkpoint 30000: served 0000000000000123, by the log %016x"
                                .formatted(digests[3])
                        + "; the one before, 20000, agrees, of the 2 after it 1 differ");
    }

    @Test
    void saysWhenNoneBeforeItWasCompared() {
        serve(wrong(5));

        assertThat(differences.lines())
                .singleElement()
                .asString()
                .endsWith("by the log %016x; no earlier one was compared".formatted(digests[5]));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -10_000, 12_345, 60_000})
    void findsOneWhereNoneCanBe(long offset) {
        serve(good(1), checkpoint(offset, 0));

        assertThat(differences.lines())
                .containsExactly("partition 2, served up to 50007, has a checkpoint at offset " + offset
                        + ", where none can be");
    }

    @Test
    void oneOfWhichTheLogsDigestWasNotTakenIsCountedApart() {
        FoldedCheckpoints young = new FoldedCheckpoints();
        young.expect(Map.of(PARTITION, 900_001L));
        CheckpointComparison ofYoung = new CheckpointComparison(young, differences);
        ofYoung.served(PARTITION, 900_001, List.of(checkpoint(240_000, 1)));

        assertThat(differences.count()).isZero();
        assertThat(ofYoung.compared()).isEqualTo(new ComparedCheckpoints(1, 0, 0, 0));
    }
}
