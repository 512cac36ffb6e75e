package com.movieexample.runtime.discovery.consul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.discovery.RegistryUnavailableException;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.consul.StandInConsul;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsulAwayTest {
    private static final ServiceInstance HERE =
            new ServiceInstance("rating", "rating@127.0.0.1:9082", "127.0.0.1", 8082, 9082, "0.1.0");

    /** An instance is told of every 5 s, and a watch looks again after 8 s at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StandInConsul consul = StandInConsul.start();
    private final ConsulServiceRegistry registry =
            new ConsulServiceRegistry(ConsulAddress.of("test", consul.address(), Map.of()));
    private final List<List<ServiceInstance>> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        registry.close();
        consul.close();
    }

    @Test
    void registersOnceConsulIsThere() {
        consul.stop();
        registry.register(HERE);
        await().untilAsserted(() -> assertThat(registry.check().detail()).contains("Consul does not answer"));
        assertThat(registry.check().status()).isEqualTo(CheckResult.Status.DEGRADED);
        assertThatThrownBy(() -> registry.instances("rating")).isInstanceOf(RegistryUnavailableException.class);

        consul.resume();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(registry.check()).isEqualTo(CheckResult.ok()));
        assertThat(registry.instances("rating")).containsExactly(HERE);
    }

    @Test
    void aWatcherKeepsItsListWhileConsulIsAwayOrHasForgotten() throws Exception {
        registry.register(HERE);
        await().until(() -> registry.instances("rating").equals(List.of(HERE)));
        try (AutoCloseable watch = registry.watch("rating", seen::add)) {
            assertThat(watch).isNotNull();
            await().untilAsserted(() -> assertThat(seen).containsExactly(List.of(HERE)));

            consul.stop();
            consul.forget();
            await().until(() -> registry.check().status() == CheckResult.Status.DEGRADED);
            consul.resume();
            ServiceInstance other = new ServiceInstance("rating", "rating@127.0.0.1:9182", "127.0.0.1", 1, 9182, "");
            registry.register(other);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(HERE, other)));
            assertThat(seen).doesNotContain(List.of());
        }
    }

    @Test
    void aWatcherIsToldThatNobodyIsKnownIfConsulWasNeverThere() throws Exception {
        consul.stop();
        try (AutoCloseable watch = registry.watch("rating", seen::add)) {
            assertThat(watch).isNotNull();
            await().untilAsserted(() -> assertThat(seen).containsExactly(List.of()));

            consul.resume();
            registry.register(HERE);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(HERE)));
        }
    }

    @Test
    void sendsItsTokenAsAHeader() {
        try (StandInConsul strict = StandInConsul.wanting("s3cret");
                ConsulServiceRegistry stranger =
                        new ConsulServiceRegistry(ConsulAddress.of("test", strict.address(), Map.of()));
                ConsulServiceRegistry known = new ConsulServiceRegistry(
                        ConsulAddress.of("test", strict.address(), Map.of("CONSUL_HTTP_TOKEN", "s3cret")))) {
            stranger.register(HERE);
            known.register(HERE);

            await().untilAsserted(() -> assertThat(known.check()).isEqualTo(CheckResult.ok()));
            await().untilAsserted(() ->
                    assertThat(stranger.check().detail()).isEqualTo("Consul refused with 403: Permission denied"));
            assertThat(known.instances("rating")).containsExactly(HERE);
        }
    }
}
