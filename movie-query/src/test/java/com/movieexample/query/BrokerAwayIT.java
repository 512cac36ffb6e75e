package com.movieexample.query;

import static com.movieexample.query.AggregatesTopic.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {
    private EmbeddedBroker broker;
    private MarqueeLog log;

    @BeforeEach
    void startBroker(@TempDir Path folder) {
        broker = EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder).onFreePorts());
        log = TestLogs.open(broker.bootstrapServers(), "away", 1);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void readsGoOnWithoutABroker(@TempDir Path folder) throws Exception {
        new AggregatesTopic(log).create().commit(10, Map.of("603", aggregate(3)));
        try (MovieMetadata metadata = new MovieMetadata(log)) {
            metadata.put("603");
        }
        try (MovieProcess service =
                MovieProcess.start(log, folder, MovieProcess.PATIENCE).awaitReady()) {
            stopBroker();

            awaitThatHealthNamesKafka(service.http());
            HttpResponse<String> answer = service.http().get("/movie?id=603");
            assertThat(answer.statusCode()).isEqualTo(200);
            awaitThatTheLagIsUnknown(service.http());
            assertThat(answer.body()).isEqualTo("{\"rating\":4.5,\"metadata\":" + MovieMetadata.json("603") + "}");
        }
    }

    private static void awaitThatTheLagIsUnknown(HttpCaller http) {
        await().atMost(MovieProcess.PATIENCE)
                .untilAsserted(
                        () -> assertThat(http.get("/movie?id=603").headers().firstValue("Marquee-Lag"))
                                .contains("unknown"));
    }

    private static void awaitThatHealthNamesKafka(HttpCaller http) {
        await().atMost(MovieProcess.PATIENCE).untilAsserted(() -> {
            HttpResponse<String> ready = http.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"kafka\":{\"status\":\"degraded\",\"detail\":\"no answer from ");
        });
    }
}
