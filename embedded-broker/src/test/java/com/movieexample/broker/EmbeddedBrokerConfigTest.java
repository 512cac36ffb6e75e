package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerConfigTest {
    private final EmbeddedBrokerConfig config = EmbeddedBrokerConfig.in(Path.of("data"));

    @Test
    void byDefaultItListensOnLoopbackOnly() {
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(9092);
        assertThat(config.controllerPort()).isEqualTo(9093);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutsideTheRangeIsRefused(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.withPorts(port, 0))
                .withMessage("port: '%d', expected 0 to 65535", port);
    }

    @Test
    void brokerAndControllerCannotShareAPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.withPorts(9092, 9092))
                .withMessageStartingWith("controllerPort: '9092'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::"})
    void aHostThatClientsCannotConnectToIsRefused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedBrokerConfig(Path.of("data"), host, 0, 0, Map.of()))
                .withMessageStartingWith("host: '%s'", host);
    }

    @Test
    void aFolderWithACommaIsRefusedBecauseKafkaWouldReadItAsTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedBrokerConfig.in(Path.of("a,b")))
                .withMessageStartingWith("dataDir: ");
    }

    @Test
    void aSettingThatTheBrokerOwnsCannotBeOverridden() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.withOverrides(Map.of("node.id", "7")))
                .withMessageStartingWith("overrides: 'node.id'");
    }
}
