package com.movieexample.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.launcher.process.ChildMarquee;
import com.movieexample.testkit.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker goes and comes back under writes and reads, and nobody touches anything else. Away for longer than a
 * transaction may be open, so that the one under way is aborted. {@code -Dmarquee.outage.seconds} and
 * {@code -Dmarquee.outage.rate} for more.
 */
class OutageIT {
    private static final Logger log = LoggerFactory.getLogger(OutageIT.class);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("marquee.outage.seconds", 13));
    private static final int RATE = Integer.getInteger("marquee.outage.rate", 50);
    private static final int THREADS = 8 + RATE / 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ALL = List.of("metadata", "rating", "movie", "rating-aggregator");

    @TempDir
    private Path folder;

    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private final SteadyReads reads = new SteadyReads();
    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(
                EmbeddedBrokerConfig.in(folder.resolve("broker")).onFreePorts());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void everythingGoesOnByItselfOnceTheBrokerIsBack() throws Exception {
        try (ChildMarquee marquee = ChildMarquee.up(
                        folder, folder.resolve("data"), List.of("--bootstrap-servers=" + broker.bootstrapServers()))
                .awaitReady()) {
            putMovies(http(marquee, "metadata"));
            Load writing = writes.start(marquee.address("rating"), THREADS, RATE);
            Load reading = reads.start(http(marquee, "movie"), THREADS, RATE);
            await().atMost(PATIENCE).until(() -> writes.acknowledged() > RATE);

            outage(marquee);
            awaitRecovery(marquee);

            writing.stop();
            reading.stop();
            log.info("{}; {}", writes, reads);
            assertThatNothingIsMissing(marquee);
            assertThat(writes.unexpected()).isEmpty();
            assertThat(reads.failed()).isEmpty();
        }
    }

    private static HttpCaller http(ChildMarquee marquee, String service) {
        return new HttpCaller(Integer.parseInt(marquee.address(service).replaceFirst(".*:", "")));
    }

    private static void putMovies(HttpCaller metadata) throws Exception {
        for (int i = 0; i < GeneratedRatings.UNRATED; i++) {
            String path = "/v1/metadata/" + GeneratedRatings.unrated(i);
            assertThat(metadata.put(path, "{\"title\":\"Film\"}").statusCode()).isEqualTo(200);
        }
    }

    private void outage(ChildMarquee marquee) {
        EmbeddedBrokerConfig same =
                EmbeddedBrokerConfig.in(folder.resolve("broker")).withPorts(broker.port(), broker.controllerPort());
        broker.close();
        long gone = System.nanoTime();
        for (String service : ALL) {
            // Those that only read answer on from what they have.
            boolean reads = service.equals("movie") || service.equals("rating-aggregator");
            int status = reads ? 200 : 503;
            String how = reads ? "degraded" : "failing";
            await(service + " knows that Kafka is away")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertHealth(http(marquee, service), status, "\"status\":\"" + how));
        }
        await().atMost(OUTAGE.plus(PATIENCE)).until(() -> System.nanoTime() - gone > OUTAGE.toNanos());
        broker = EmbeddedBroker.start(same);
    }

    private static void assertHealth(HttpCaller service, int status, String kafka) throws Exception {
        HttpResponse<String> ready = service.get("/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(status);
        assertThat(ready.body()).contains("\"kafka\":{" + kafka);
    }

    private void awaitRecovery(ChildMarquee marquee) {
        long back = System.nanoTime();
        String before = writes.lastPosition();
        await("a write is taken")
                .atMost(PATIENCE)
                .until(() -> !writes.lastPosition().equals(before));
        log.info("{} s after the broker was back: writes are taken", seconds(back));
        String after = writes.lastPosition();
        await("it is visible")
                .atMost(PATIENCE)
                .until(() -> http(marquee, "movie")
                                .get("/v1/movies/" + GeneratedRatings.unrated(0), "Marquee-Position", after)
                                .statusCode()
                        == 200);
        log.info("{} s after the broker was back: they are visible", seconds(back));
        for (String service : ALL) {
            await(service + " is well again")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertHealth(http(marquee, service), 200, "\"status\":\"ok\""));
        }
        log.info("{} s after the broker was back: all are ready", seconds(back));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void assertThatNothingIsMissing(ChildMarquee marquee) throws Exception {
        writes.settle(marquee.address("rating"));
        CommandRun verified = CommandRun.of(List.of(
                "verify",
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--movie-address=" + marquee.grpcAddress("movie")));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        for (var movie : writes.expected().entrySet()) {
            assertThat(http(marquee, "movie")
                            .get("/v1/movies/" + movie.getKey())
                            .body())
                    .contains(movie.getValue());
        }
    }
}
