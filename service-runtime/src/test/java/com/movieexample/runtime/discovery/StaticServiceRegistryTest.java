package com.movieexample.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticServiceRegistryTest {
    @Test
    void readsHostsAndPorts() {
        ServiceRegistry registry = StaticServiceRegistry.of(Map.of("rating", "host:9084, [::1]:9085"));
        assertThat(registry.instances("rating"))
                .containsExactly(
                        new ServiceInstance("rating", "rating@host:9084", "host", 0, 9084, ""),
                        new ServiceInstance("rating", "rating@[::1]:9085", "[::1]", 0, 9085, ""));
        assertThat(registry.instances("metadata")).isEmpty();
    }

    @Test
    void staysAsItWasWritten() throws Exception {
        ServiceRegistry registry = StaticServiceRegistry.of(Map.of("rating", "host:9084"));
        List<List<ServiceInstance>> seen = new ArrayList<>();
        AutoCloseable watch = registry.watch("rating", seen::add);

        registry.register(new ServiceInstance("rating", "x", "h", 1, 2, ""));
        registry.deregister("rating@host:9084");
        watch.close();

        assertThat(seen).containsExactly(registry.instances("rating"));
        assertThat(registry.instances("rating")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", ":9084", "host:0", "host:65536", "host:9084,", "a b:1", "http://h:1"})
    void refusesWhatIsNoAddress(String addresses) {
        assertThatThrownBy(() -> StaticServiceRegistry.of(Map.of("rating", addresses)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("address of rating is")
                .hasMessageContaining("expected host:port");
    }
}
