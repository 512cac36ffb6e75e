package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ViewKeysTest {
    @Test
    void reservedKeysNameTheirPartition() {
        assertThat(ViewKeys.watermark(3)).asString(StandardCharsets.UTF_8).isEqualTo("watermark:3");
        assertThat(ViewKeys.watermarkPartition(ViewKeys.watermark(12))).hasValue(12);
        assertThat(ViewKeys.watermarkPartition(ViewKeys.checkpoint(3, 20_000))).isEmpty();
    }

    @Test
    void noRecordHasAReservedKey() {
        byte[] sly = new RecordKey("watermark:3", "checkpoint:3:1").bytes();

        assertThat(ViewKeys.isRecord(sly)).isTrue();
        assertThat(ViewKeys.watermarkPartition(sly)).isEmpty();
        assertThat(ViewKeys.isRecord(ViewKeys.watermark(3))).isFalse();
    }

    @Test
    void checkpointsTakeTheSlotsInTurn() {
        assertThat(ViewKeys.checkpoint(3, 20_000))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("checkpoint:3:2");
        assertThat(ViewKeys.checkpoint(3, 650_000))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("checkpoint:3:1");
    }

    @Test
    void aPartitionHasAKeyForEachSlot() {
        assertThat(ViewKeys.checkpoints(3))
                .hasSize(ViewKeys.CHECKPOINTS_KEPT)
                .extracting(key -> new String(key, StandardCharsets.UTF_8))
                .startsWith("checkpoint:3:0", "checkpoint:3:1")
                .endsWith("checkpoint:3:63");
    }
}
