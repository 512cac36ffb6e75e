package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AggregateDigestTest {
    private static final byte[] KEY = RecordKey.movie("603").bytes();
    private static final RatingAggregate AGGREGATE = RatingAggregate.newBuilder()
            .setCount(3)
            .setSum(1350)
            .addAllHistogramValues(List.of(400, 450, 500))
            .addAllHistogramCounts(List.of(1L, 1L, 1L))
            .setLatestEventTime(1_700_000_000_000L)
            .setLastChangeOffset(17)
            .addAllDailyCounts(List.of(2L, 0L, 1L))
            .build();

    /** Digests are stored: this one may never change. */
    @Test
    void staysWhatItIs() {
        assertThat(Long.toHexString(AggregateDigest.of(KEY, AGGREGATE))).isEqualTo("6e1dc7b7b8cb7459");
    }

    @Test
    void leavesOutTheOffset() {
        RatingAggregate elsewhere =
                AGGREGATE.toBuilder().setLastChangeOffset(99).build();

        assertThat(AggregateDigest.of(KEY, elsewhere)).isEqualTo(AggregateDigest.of(KEY, AGGREGATE));
    }

    @Test
    void everyOtherPartMatters() {
        assertThat(Stream.of(
                                AGGREGATE.toBuilder().setCount(4),
                                AGGREGATE.toBuilder().setSum(1351),
                                AGGREGATE.toBuilder().setHistogramValues(0, 350),
                                AGGREGATE.toBuilder().setHistogramCounts(0, 2),
                                AGGREGATE.toBuilder().setLatestEventTime(1),
                                AGGREGATE.toBuilder().setDailyCounts(1, 1))
                        .map(changed -> AggregateDigest.of(KEY, changed.build())))
                .doesNotHaveDuplicates()
                .doesNotContain(AggregateDigest.of(KEY, AGGREGATE));
        assertThat(AggregateDigest.of(RecordKey.movie("604").bytes(), AGGREGATE))
                .isNotEqualTo(AggregateDigest.of(KEY, AGGREGATE));
    }
}
