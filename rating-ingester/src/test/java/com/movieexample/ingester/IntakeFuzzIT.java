package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.UserRating;
import com.movieexample.ingester.fuzz.ChildIngester;
import com.movieexample.ingester.fuzz.Footprint;
import com.movieexample.ingester.fuzz.FuzzRun;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests of every kind of wrongness, and right ones among them, to an ingester in a small JVM of its own. */
class IntakeFuzzIT {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeFuzzIT.class);
    private static final long SEED = Long.getLong("marquee.seed", 20_261_205L);
    private static final long FIRST = Long.getLong("marquee.fuzz.first", 0);
    private static final long END = FIRST + Long.getLong("marquee.fuzz.requests", 3_000);

    /** Until then classes are loaded, pools filled, and buffers grow to their sizes. */
    private static final long WARM =
            FIRST + Math.min((END - FIRST) / 2, 20_000) / FuzzRun.PER_CONNECTION * FuzzRun.PER_CONNECTION;

    private static final int PARTITIONS = 2;
    private static final long MOST_GROWTH_BYTES = 8 << 20;
    private static final int MORE_OR_LESS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, RatingAggregate> AGGREGATES = Map.of(
            "movie/603", RatingAggregate.newBuilder().setCount(2).setSum(900).build());
    private static final Map<String, List<UserRating>> RATINGS =
            Map.of("movie/603", List.of(rating("neo", 500), rating("trinity", 400)));

    private static UserRating rating(String user, int value) {
        return UserRating.newBuilder().setUserId(user).setValue(value).build();
    }

    @Test
    void whateverComesIsAnsweredAsDocumentedAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        LOG.info("seed {}, {} requests (-Dmarquee.seed, -Dmarquee.fuzz.requests for others)", SEED, END - FIRST);
        MarqueeLog log = TestLogs.open("fuzz", PARTITIONS);
        try (FakeAggregator aggregator = FakeAggregator.start(AGGREGATES, RATINGS, new InMemoryServiceRegistry());
                ChildIngester ingester = ChildIngester.start(folder, arguments(log, aggregator))) {
            awaitFirstCall(new HttpCaller(ingester.port()));
            FuzzRun run = new FuzzRun(ingester.port(), SEED);

            run.send(FIRST, WARM);
            Footprint warm = ingester.footprint();
            run.send(WARM, END);

            LOG.info("answers {}", run.answers());
            assertThat(run.failures()).as(ingester.log()).isEmpty();
            assertThat(ingester.errors()).isEmpty();
            assertThat(run.late()).as("late answers").isLessThanOrEqualTo((END - FIRST) / 100);
            assertThat(new WrittenRatings(log).count())
                    .as("what the log has")
                    .isGreaterThanOrEqualTo(run.taken().count());
            await().atMost(PATIENCE).untilAsserted(() -> assertIsNoMoreThan(warm, ingester.footprint()));
        }
    }

    private static List<String> arguments(MarqueeLog log, FakeAggregator aggregator) {
        return List.of(
                log.clients().bootstrapServers(),
                log.topics().prefix(),
                Integer.toString(PARTITIONS),
                "127.0.0.1:" + aggregator.port());
    }

    /** It may take longer than any other one may. */
    private static void awaitFirstCall(HttpCaller http) {
        await().atMost(PATIENCE).until(() -> http.get("/rating?id=603").statusCode() == 200);
    }

    private static void assertIsNoMoreThan(Footprint warm, Footprint now) {
        LOG.info("{} after {} requests, {} after {}", warm, WARM - FIRST, now, END - FIRST);
        assertThat(now.memory()).as("memory").isLessThan(warm.memory() + MOST_GROWTH_BYTES);
        assertThat(now.threads()).as("threads").isLessThanOrEqualTo(warm.threads() + MORE_OR_LESS);
        assertThat(now.open()).as("open files and connections").isLessThanOrEqualTo(warm.open() + MORE_OR_LESS);
    }
}
