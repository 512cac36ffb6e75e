package com.movieexample.runtime.discovery.consul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsulAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8500, http://127.0.0.1:8500",
        "consul, http://consul:8500",
        "http://consul:80/, http://consul:80",
        "https://consul:8501, https://consul:8501",
        "https://consul, https://consul:8501",
        "[::1]:8500, http://[::1]:8500"
    })
    void takesAddressesAsConsulDoes(String given, String understood) {
        assertThat(ConsulAddress.of("--consul", given, Map.of())).hasToString(understood);
    }

    @Test
    void isSecureWhenTheVariableSaysSo() {
        Map<String, String> environment = Map.of("CONSUL_HTTP_ADDR", "consul:8501", "CONSUL_HTTP_SSL", "true");
        assertThat(ConsulAddress.ofVariables(environment)).map(Object::toString).hasValue("https://consul:8501");
    }

    @Test
    void isEmptyWithoutAnAddress() {
        assertThat(ConsulAddress.ofVariables(Map.of("CONSUL_HTTP_TOKEN", "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:///var/run/consul.sock", "ftp://consul", "http://", "http://user@consul", "a b"})
    void namesAnAddressThatIsNone(String given) {
        assertThatThrownBy(() -> ConsulAddress.of("--consul", given, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--consul is \"" + given + "\"");
    }

    @Test
    void readsTheTokenFromAFileAndShowsItNowhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "s3cret\n");
        ConsulAddress address =
                ConsulAddress.of("--consul", "consul", Map.of("CONSUL_HTTP_TOKEN_FILE", file.toString()));
        assertThat(address.token()).hasValue("s3cret");
        assertThat(address.toString()).doesNotContain("s3cret");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ConsulAddress.of("--consul", "consul", Map.of("CONSUL_CACERT", "/nowhere.pem")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("CONSUL_CACERT is \"/nowhere.pem\", expected a file that can be read");
    }
}
