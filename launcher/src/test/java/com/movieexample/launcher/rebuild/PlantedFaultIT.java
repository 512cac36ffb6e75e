package com.movieexample.launcher.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.aggregator.RatingAggregator;
import com.movieexample.aggregator.fold.FoldStores;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.aggregator.store.FoldState;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.launcher.crash.CommandRun;
import com.movieexample.query.MovieQuery;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.RatingVersion;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An aggregator whose next generation takes a delete of every seventh record for nothing. */
class PlantedFaultIT {
    private static final Logger LOGGER = LoggerFactory.getLogger(PlantedFaultIT.class);
    private static final int EVENTS = 5_000;
    private static final int PARTITIONS = 3;

    private final MarqueeLog log = TestLogs.open("planted", PARTITIONS);
    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final RocksMemory memory = new RocksMemory(16 << 20);

    private ServiceSetup setup(String name) {
        return new ServiceSetup(
                name,
                "127.0.0.1",
                Optional.empty(),
                "0.1.0",
                new ServiceSetup.Port(0, "--port"),
                new ServiceSetup.Port(0, "--grpc-port"),
                registry,
                Duration.ZERO,
                Exposure.OPEN);
    }

    /** The second generation's are wrong, and all others' are right. */
    private record Miscounting(FoldStores right) implements FoldStores {
        @Override
        public Set<StoreBuilder<?>> stores() {
            return right.stores();
        }

        @Override
        public FoldState open(ProcessorContext<?, ?> context) {
            FoldState state = right.open(context);
            return context.applicationId().endsWith("-g2") ? miscounting(state) : state;
        }

        private static FoldState miscounting(FoldState state) {
            return (FoldState) Proxy.newProxyInstance(
                    FoldState.class.getClassLoader(), new Class<?>[] {FoldState.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("moveAggregate") && isMiscounted(arguments)) {
                            return null;
                        }
                        try {
                            return method.invoke(state, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static boolean isMiscounted(Object[] arguments) {
            RatingVersion previous = (RatingVersion) arguments[1];
            RatingVersion next = (RatingVersion) arguments[2];
            return Math.floorMod(((Bytes) arguments[0]).hashCode(), 7) == 0
                    && previous != null
                    && previous.live()
                    && !next.live();
        }
    }

    @Test
    void aGenerationThatMiscountsDeletesIsNotPromoted(@TempDir Path folder) throws Exception {
        LoggedRatings.append(log.clients().bootstrapServers(), log.topics(), 3, EVENTS);
        StreamsConfiguration streams = new StreamsConfiguration(
                folder.resolve("aggregator"),
                new Miscounting(StoreKind.STANDARD),
                1,
                0,
                1 << 20,
                Optional.of((short) 1),
                Map.of());
        ReadBounds bounds = new ReadBounds(Duration.ofSeconds(5), MaxLag.NONE);
        try (ServiceProcess aggregator =
                        RatingAggregator.create(log, streams, memory, bounds, setup("rating-aggregator"));
                ServiceProcess movie = MovieQuery.create(
                        log, folder.resolve("movie"), memory, bounds, Optional.empty(), setup("movie"))) {
            aggregator.start();
            movie.start();
            await().until(() -> aggregator.health().isReady() && movie.health().isReady());

            CommandRun refused = rebuild(aggregator, movie);

            LOGGER.info("refused: {}", refused.output());
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("Generations 1 and 2 differ:", "Generation 2 is not what the log comes to:")
                    .containsPattern("\\d+ of 200 records change:")
                    .containsPattern("(?m)^ +movie/\\d+ +\\d+ +\\d+ +\\S+ +\\S+$")
                    .contains("Generation 2 is not promoted");
            assertThat(new Generations(log.clients(), log.topics().control())
                            .live()
                            .orElseThrow()
                            .getNumber())
                    .isEqualTo(1);

            CommandRun again = rebuild(aggregator, movie, "promote");
            assertThat(again.exitCode()).as(again.output()).isEqualTo(1);
            assertThat(rebuild(aggregator, movie, "cancel").exitCode()).isZero();
            // The next one has no fault.
            CommandRun right = rebuild(aggregator, movie, "--grace=0s");
            assertThat(right.exitCode()).as(right.output()).isZero();
            assertThat(right.output()).contains("Generation 3 is live");
        }
        memory.close();
    }

    private CommandRun rebuild(ServiceProcess aggregator, ServiceProcess movie, String... arguments) {
        List<String> all = new ArrayList<>(List.of("rebuild"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--bootstrap-servers=" + log.clients().bootstrapServers(),
                "--topic-prefix=" + log.topics().prefix(),
                "--movie-address=127.0.0.1:" + movie.grpcPort(),
                "--aggregator-address=127.0.0.1:" + aggregator.grpcPort()));
        return CommandRun.of(all);
    }
}
