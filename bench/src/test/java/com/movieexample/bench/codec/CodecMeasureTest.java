package com.movieexample.bench.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.report.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CodecMeasureTest {
    @Test
    void sizesNameEveryFormatBesideProtobuf() throws IOException {
        assertThat(CodecMeasure.sizes())
                .extracting(Result::id)
                .containsExactly("codec-size-metadata", "codec-size-rating");
        assertThat(CodecMeasure.sizes())
                .allSatisfy(result ->
                        assertThat(result.baselines()).containsOnlyKeys("json", "xml", "yaml", "avro", "thrift"));
    }

    @Test
    void textIsLargerThanProtobuf() throws IOException {
        for (Result result : CodecMeasure.sizes()) {
            double protobuf = result.figures().median();

            assertThat(result.baselines().get("json").median()).isGreaterThan(protobuf);
            assertThat(result.baselines().get("xml").median()).isGreaterThan(protobuf);
            assertThat(result.baselines().get("yaml").median()).isGreaterThan(protobuf);
        }
    }
}
