package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForeignEventIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRunningServiceRoutesWhatOthersWriteAndTellsOfIt() throws Exception {
        MarqueeLog log = TestLogs.open("foreign", 1);
        RawTopic ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        byte[] event = new RatedEvent(RecordKey.movie("603"), "neo", OptionalInt.of(450), OptionalLong.empty())
                .toMessage()
                .toByteArray();

        try (IngesterProcess service = IngesterProcess.start(log, new InMemoryServiceRegistry())) {
            ratings.append(List.of(ratings.entry(0, null, event), ratings.entry(0, null, null)));

            await().atMost(PATIENCE).untilAsserted(() -> {
                String metrics = service.http().get("/metrics").body();
                assertThat(metrics)
                        .contains("marquee_router_events_total{outcome=\"copied\",service=\"rating\"} 1.0")
                        .contains("marquee_router_events_total{outcome=\"dead-lettered\",service=\"rating\"} 1.0")
                        .contains("marquee_view_lag{service=\"rating\",view=\"router\"} 0.0");
            });
            assertThat(service.http().get("/health/ready").body()).contains("\"router\":{\"status\":\"ok\"}");
        }
    }
}
