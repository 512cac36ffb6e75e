package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class VersionTextTest {
    @Test
    void namesTheKafkaAndTheJavaThatItRunsOn() {
        assertThat(new VersionText().getVersion())
                .hasSize(2)
                .contains("Apache Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version());
    }

    @Test
    void admitsThatItDoesNotComeFromAJar() {
        assertThat(VersionText.ofMarquee()).isEqualTo("(built by hand)");
    }
}
