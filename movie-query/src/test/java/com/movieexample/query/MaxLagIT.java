package com.movieexample.query;

import static com.movieexample.query.AggregatesTopic.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.ReadBounds;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxLagIT {
    @Test
    void whatIsTooFarBehindIsRefusedUntilItHasCaughtUp(@TempDir Path folder) throws Exception {
        MarqueeLog log = TestLogs.open("max-lag", 1);
        AggregatesTopic aggregates = new AggregatesTopic(log).create();
        RawTopic ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        ratings.append(Collections.nCopies(5, ratings.entry(0, null, null)));
        aggregates.commit(2, Map.of("603", aggregate(2)));
        try (MovieMetadata metadata = new MovieMetadata(log)) {
            metadata.put("603");
        }
        ReadBounds bounds = new ReadBounds(MovieProcess.PATIENCE, new MaxLag(OptionalLong.of(1), Optional.empty()));

        try (MovieProcess service = MovieProcess.start(log, folder, bounds).awaitReady()) {
            await().untilAsserted(() -> assertThatItIsRefused(service.http(), log));

            aggregates.commit(4, Map.of("603", aggregate(4)));

            await().untilAsserted(() ->
                    assertThat(service.http().get("/v1/movies/603").body()).contains("\"count\":4"));
            assertThat(service.http().get("/health/ready").body()).doesNotContain("lacks");
        }
    }

    private static void assertThatItIsRefused(HttpCaller http, MarqueeLog log) throws Exception {
        String why = "the view of " + log.topics().ratings().name()
                + "/0 lacks 3 events, more than the 1 that --max-lag allows";
        HttpResponse<String> refused = http.get("/v1/movies/603");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains(why);
        HttpResponse<String> health = http.get("/health/ready");
        assertThat(health.statusCode()).as("others may be fresher, or not").isEqualTo(200);
        assertThat(health.body()).contains(why);
    }
}
