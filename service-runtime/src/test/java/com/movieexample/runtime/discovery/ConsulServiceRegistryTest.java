package com.movieexample.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.consul.StandInConsul;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the agent that {@code CONSUL_HTTP_ADDR} names, or on a stand-in that keeps to Consul's documentation. */
class ConsulServiceRegistryTest extends ServiceRegistryContract {
    private static final ServiceInstance HERE =
            new ServiceInstance("rating", "rating@[::1]:9082", "::1", 8082, 9082, "0.1.0");

    private final Optional<StandInConsul> standIn =
            System.getenv("CONSUL_HTTP_ADDR") == null ? Optional.of(StandInConsul.start()) : Optional.empty();
    private final ConsulAddress address = standIn.map(consul -> ConsulAddress.of("test", consul.address(), Map.of()))
            .or(() -> ConsulAddress.ofVariables(System.getenv()))
            .orElseThrow();
    private final ConsulServiceRegistry registry = new ConsulServiceRegistry(address);
    private final AtomicReference<CheckResult> health = new AtomicReference<>(CheckResult.ok());

    @Override
    ServiceRegistry registry() {
        return registry;
    }

    @AfterEach
    void close() {
        registry.close();
        standIn.ifPresent(StandInConsul::close);
    }

    @Test
    void entersAnInstanceThatConsulForgotAgain() throws Exception {
        registry.register(HERE);
        await().untilAsserted(() -> assertThat(registry.instances("rating")).containsExactly(HERE));

        deregisterByHand("rating@%5B%3A%3A1%5D%3A9082");
        assertThat(registry.instances("rating")).isEmpty();

        await().untilAsserted(() -> assertThat(registry.instances("rating")).containsExactly(HERE));
    }

    private void deregisterByHand(String id) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/agent/service/deregister/" + id))
                .PUT(HttpRequest.BodyPublishers.noBody());
        address.token().ifPresent(token -> request.header("X-Consul-Token", token));
        int status = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    @Test
    void listsAnInstanceForAsLongAsItCanAnswer() {
        health.set(CheckResult.failing("restoring"));
        registry.register(HERE, health::get);
        await().until(() -> registry.check().equals(CheckResult.ok()));
        assertThat(registry.instances("rating")).isEmpty();

        health.set(CheckResult.degraded("behind"));
        await().untilAsserted(() -> assertThat(registry.instances("rating")).containsExactly(HERE));

        health.set(CheckResult.dead("another log"));
        await().untilAsserted(() -> assertThat(registry.instances("rating")).isEmpty());
    }

    @Test
    void takesItsInstancesAlongWhenItIsClosed() {
        registry.register(HERE);
        await().untilAsserted(() -> assertThat(registry.instances("rating")).containsExactly(HERE));

        registry.close();

        try (ConsulServiceRegistry other = new ConsulServiceRegistry(address)) {
            assertThat(other.instances("rating")).isEmpty();
        }
    }
}
