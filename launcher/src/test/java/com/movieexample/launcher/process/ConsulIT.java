package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.testkit.consul.StandInConsul;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that know of each other by Consul alone. */
class ConsulIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aServiceFindsTheOthersAndIsFoundUntilItStops() throws Exception {
        try (StandInConsul consul = StandInConsul.start();
                ConsulServiceRegistry registry =
                        new ConsulServiceRegistry(ConsulAddress.of("test", consul.address(), Map.of()));
                ChildMarquee all = ChildMarquee.up(
                                folder, folder.resolve("up"), List.of("--consul=" + consul.address()))
                        .awaitReady();
                ChildMarquee ingester = ingester(consul, all).awaitReady()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(registry.instances("rating"))
                            .extracting(ServiceInstance::host, ServiceInstance::grpcPort)
                            .hasSize(2));

            String rating = "http://" + ingester.address("rating") + "/rating?id=heat&type=movie";
            assertThat(send(HttpRequest.newBuilder(URI.create(rating + "&userId=7&value=4.5"))
                                    .PUT(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(send(HttpRequest.newBuilder(URI.create(rating)))
                                    .body())
                            .isEqualTo("4.5"));

            ingester.terminate().exitCode();
            assertThat(registry.instances("rating")).hasSize(1);
            all.terminate().exitCode();
            assertThat(registry.instances("rating")).isEmpty();
            assertThat(registry.registered("rating-aggregator")).isEmpty();
        }
    }

    private ChildMarquee ingester(StandInConsul consul, ChildMarquee all) throws Exception {
        return ChildMarquee.start(
                folder,
                List.of(
                        "ingester",
                        "--data=" + folder.resolve("ingester"),
                        "--bootstrap-servers=" + all.address("Apache Kafka"),
                        "--consul=" + consul.address(),
                        "--port=0",
                        "--grpc-port=0"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
