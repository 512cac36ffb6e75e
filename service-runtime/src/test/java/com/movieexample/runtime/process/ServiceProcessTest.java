package com.movieexample.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.lifecycle.PortTakenException;
import com.movieexample.runtime.metrics.Metrics;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<CheckResult> view = new AtomicReference<>(CheckResult.ok());
    private final Metrics metrics = new Metrics("metadata");
    private final ServiceProcess process = builder().build();
    private final HttpClient client = HttpClient.newHttpClient();

    private final class Store implements Component {
        @Override
        public String name() {
            return "store";
        }

        @Override
        public void start() {
            events.add("store started with " + registry.instances("metadata").size() + " registered");
        }

        @Override
        public CheckResult check() {
            return view.get();
        }

        @Override
        public void close() {
            events.add("store closed with " + registry.instances("metadata").size() + " registered");
        }
    }

    private static final class Service extends MetadataServiceGrpc.MetadataServiceImplBase {
        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> observer) {
            observer.onNext(GetMetadataResponse.getDefaultInstance());
            observer.onCompleted();
        }
    }

    private ServiceProcess.Builder builder() {
        return builder(0);
    }

    private ServiceProcess.Builder builder(int httpPort) {
        return ServiceProcess.builder(new ServiceSetup(
                        "metadata",
                        "127.0.0.1",
                        Optional.empty(),
                        "0.1.0",
                        new ServiceSetup.Port(httpPort, "--port"),
                        new ServiceSetup.Port(0, "--grpc-port"),
                        registry,
                        Duration.ZERO,
                        Exposure.OPEN))
                .metrics(metrics)
                .component(new Store())
                .check("kafka", CheckResult::ok)
                .routes(routes -> routes.get("/v1/metadata/{id}", context -> context.result("m")))
                .grpcService(new Service());
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void registersOnceItIsReadyAndDeregistersBeforeItStops() throws Exception {
        registry.watch(
                "metadata",
                instances -> events.add("registered " + instances.size() + ", ready "
                        + process.health().isReady()));
        process.start();
        assertThat(registry.instances("metadata"))
                .containsExactly(new ServiceInstance(
                        "metadata",
                        "metadata@127.0.0.1:" + process.grpcPort(),
                        "127.0.0.1",
                        process.httpPort(),
                        process.grpcPort(),
                        "0.1.0"));
        process.close();
        process.close();

        assertThat(events)
                .containsExactly(
                        "registered 0, ready false",
                        "store started with 0 registered",
                        "registered 1, ready true",
                        "registered 0, ready false",
                        "store closed with 0 registered");
    }

    @Test
    void showsItsHealthOverHttp() throws Exception {
        process.start();
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body())
                .isEqualTo(
                        "{\"status\":\"ready\",\"checks\":{\"kafka\":{\"status\":\"ok\"},"
                                + "\"lifecycle\":{\"status\":\"ok\"},\"registry\":{\"status\":\"ok\"},\"store\":{\"status\":\"ok\"}}}");

        view.set(CheckResult.failing("restoring, 40 %"));
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body())
                .contains("\"status\":\"not-ready\"", "{\"status\":\"failing\",\"detail\":\"restoring, 40 %\"}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        view.set(CheckResult.dead("stream thread ended"));
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void measuresRequestsByRouteAndCallsByMethod() throws Exception {
        process.start();
        get("/v1/metadata/tt0133093");
        get("/nowhere");
        try (GrpcClients clients = new GrpcClients(registry)) {
            MetadataServiceGrpc.newBlockingStub(clients.channel("metadata"))
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .getMetadata(GetMetadataRequest.getDefaultInstance());
        }

        await().untilAsserted(() -> assertThat(get("/metrics").body())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/metadata/{id}\","
                                + "service=\"metadata\",status=\"200\"}",
                        "route=\"none\"",
                        "grpc_server_processing_duration_seconds_count",
                        "method=\"GetMetadata\"",
                        "jvm_memory_used_bytes")
                .doesNotContain("tt0133093", "nowhere"));
        assertThat(process.meters()).isSameAs(metrics.registry());
    }

    @Test
    void undoesItsStartWhenAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServiceProcess second = builder(taken.getLocalPort()).build();
            assertThatThrownBy(second::start)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--port");
        }
        assertThat(events).endsWith("store closed with 0 registered");
        assertThat(registry.instances("metadata")).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + process.httpPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
