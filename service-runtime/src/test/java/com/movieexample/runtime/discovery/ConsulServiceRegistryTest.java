package com.movieexample.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.consul.StandInConsul;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the agent that {@code CONSUL_HTTP_ADDR} names, or on a stand-in that keeps to Consul's documentation. */
class ConsulServiceRegistryTest extends ServiceRegistryContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ServiceInstance HERE =
            new ServiceInstance("rating", "rating@[::1]:9082", "::1", 8082, 9082, "0.1.0");

    private final Optional<StandInConsul> standIn =
            System.getenv("CONSUL_HTTP_ADDR") == null ? Optional.of(StandInConsul.start()) : Optional.empty();
    private final ConsulAddress address = standIn.map(consul -> ConsulAddress.of("test", consul.address(), Map.of()))
            .or(() -> ConsulAddress.ofVariables(System.getenv()))
            .orElseThrow();
    private final ConsulServiceRegistry registry = new ConsulServiceRegistry(address);
    private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.of(CheckResult.ok()));

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
        ask(request("/v1/agent/service/deregister/" + id).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        address.token().ifPresent(token -> request.header("X-Consul-Token", token));
        return request;
    }

    private static String ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void anInstanceWeighsLessTheOlderItsAnswersAre() {
        registry.register(HERE, standing::get);
        await().untilAsserted(() -> assertThat(weights()).isEqualTo("{\"Passing\":100,\"Warning\":100}"));

        standing.set(new Standing(CheckResult.degraded("behind"), Duration.ofSeconds(9)));

        await().untilAsserted(() -> assertThat(weights()).isEqualTo("{\"Passing\":10,\"Warning\":10}"));
        assertThat(registry.registered("rating"))
                .containsExactly(new RegisteredInstance(HERE, CheckResult.degraded("behind")));
    }

    private String weights() throws Exception {
        return JSON.readTree(ask(request("/v1/health/service/rating")))
                .at("/0/Service/Weights")
                .toString();
    }

    @Test
    void listsAnInstanceForAsLongAsItCanAnswer() {
        standing.set(Standing.of(CheckResult.failing("restoring")));
        registry.register(HERE, standing::get);
        await().until(() -> registry.check().equals(CheckResult.ok()));
        assertThat(registry.instances("rating")).isEmpty();

        standing.set(Standing.of(CheckResult.degraded("behind")));
        await().untilAsserted(() -> assertThat(registry.instances("rating")).containsExactly(HERE));

        standing.set(Standing.of(CheckResult.dead("another log")));
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
