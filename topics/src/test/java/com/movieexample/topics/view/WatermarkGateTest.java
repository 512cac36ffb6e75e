package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatermarkGateTest {
    private final WatermarkGate gate = new WatermarkGate();

    @Test
    void holdsAWatermarkUntilTheEndThatWasStableIsRead() {
        gate.seen(100, 50);

        assertThat(gate.passed(49)).isEqualTo(-1);
        assertThat(gate.passed(50)).isEqualTo(100);
    }

    @Test
    void aStreamOfWatermarksDoesNotHoldBackTheFirst() {
        gate.seen(100, 50);
        gate.seen(200, 90);
        gate.seen(300, 120);

        assertThat(gate.passed(60)).isEqualTo(100);
        assertThat(gate.passed(119)).isEqualTo(-1);
        assertThat(gate.passed(120)).isEqualTo(300);
    }

    @Test
    void lettingSeveralPassAtOnceGivesTheNewest() {
        gate.seen(100, 50);
        gate.seen(200, 90);

        assertThat(gate.passed(90)).isEqualTo(200);
    }
}
