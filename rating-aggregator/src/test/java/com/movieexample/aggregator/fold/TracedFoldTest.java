package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.tracing.Tracing;
import org.apache.kafka.streams.processor.api.Processor;
import org.junit.jupiter.api.Test;

class TracedFoldTest {
    @Test
    void nothingIsPutAroundAFoldIfNothingIsTraced() {
        Processor<byte[], byte[], Void, Void> fold = record -> {};

        assertThat(TracedFold.around(Tracing.OFF, 1).apply(fold)).isSameAs(fold);
    }
}
