package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {
    private static final String PUT = "/rating?id=603&userId=7&value=4.5";
    private static final Map<String, String> IMPATIENT =
            Map.of("max.block.ms", "500", "request.timeout.ms", "500", "delivery.timeout.ms", "1000");

    private EmbeddedBroker broker;
    private MarqueeLog log;

    @BeforeEach
    void startBroker(@TempDir Path folder) {
        broker = EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder).onFreePorts());
        log = TestLogs.withSettings(TestLogs.open(broker.bootstrapServers(), "away", 1), IMPATIENT);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    @Timeout(60)
    void aPutFailsInBoundedTimeOnceTheBrokerIsGone() throws Exception {
        try (IngesterProcess service = IngesterProcess.start(log, new InMemoryServiceRegistry())) {
            assertThat(service.http().put(PUT, "").statusCode()).isEqualTo(200);

            stopBroker();

            assertThatItIsUnavailable(service.http().put(PUT, ""));
            assertThatItIsUnavailableOverGrpc(service);
            awaitThatHealthNamesKafka(service.http());
        }
    }

    private static void assertThatItIsUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("the log did not confirm the write to ");
    }

    private static void assertThatItIsUnavailableOverGrpc(IngesterProcess service) {
        PutRatingRequest request = PutRatingRequest.newBuilder()
                .setRecordId("603")
                .setUserId("7")
                .setValue(4.5)
                .build();
        assertThatThrownBy(() -> service.grpc().putRating(request))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }

    private static void awaitThatHealthNamesKafka(HttpCaller http) {
        await().untilAsserted(() -> {
            HttpResponse<String> ready = http.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"kafka\":{\"status\":\"failing\"");
        });
    }
}
