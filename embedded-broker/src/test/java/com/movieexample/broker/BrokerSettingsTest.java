package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private final EmbeddedBrokerConfig config = EmbeddedBrokerConfig.in(Path.of("data"));

    @Test
    void kafkaKnowsEverySetting() {
        assertThat(KafkaConfig.configDef().names()).containsAll(settings(config).keySet());
        assertThat(KafkaConfig.configDef().names()).containsAll(BrokerSettings.OWNED);
    }

    @Test
    void kafkaKnowsEverySettingOfTheLoneController() {
        assertThat(KafkaConfig.configDef().names())
                .containsAll(BrokerSettings.ofLoneController(config, Path.of("data/log"))
                        .keySet());
    }

    @Test
    void everySettingThatIsNotOwnedCanBeOverridden() {
        Map<String, String> overrides = new HashMap<>(settings(config));
        overrides.keySet().removeAll(BrokerSettings.OWNED);
        overrides.replaceAll((name, value) -> "other");

        assertThat(settings(config.withOverrides(overrides))).containsAllEntriesOf(overrides);
    }

    @Test
    void anIpv6HostIsBracketed() {
        EmbeddedBrokerConfig ipv6 = new EmbeddedBrokerConfig(Path.of("data"), "::1", 9092, 9093, Map.of());

        assertThat(settings(ipv6))
                .hasEntrySatisfying(
                        "listeners",
                        value -> assertThat(value).isEqualTo("PLAINTEXT://[::1]:9092,CONTROLLER://127.0.0.1:9093"));
    }

    /** The lone controller ends the session of a killed broker; members' transactions are aborted soon. */
    @Test
    void aRestartAfterAKillNeedsToWaitForSecondsOnly() {
        assertThat(BrokerSettings.ofLoneController(config, Path.of("data/log")))
                .containsEntry("broker.session.timeout.ms", "200");
        assertThat(settings(config))
                .containsEntry("group.initial.rebalance.delay.ms", "0")
                .containsEntry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static Map<String, String> settings(EmbeddedBrokerConfig config) {
        return BrokerSettings.of(config, Path.of("data/log"));
    }
}
