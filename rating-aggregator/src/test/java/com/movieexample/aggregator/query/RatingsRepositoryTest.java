package com.movieexample.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.aggregator.fold.FoldMetrics;
import com.movieexample.aggregator.fold.FoldProgress;
import com.movieexample.aggregator.fold.GapCheck;
import com.movieexample.aggregator.fold.RatingsTopology;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.api.v1.Holder;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that does not run has no answer: none is mistaken for a record without ratings. */
class RatingsRepositoryTest {
    private static final RecordKey RECORD = RecordKey.movie("603");

    private KafkaStreams streams;

    @BeforeEach
    void create(@TempDir Path stateDir) {
        MarqueeLog log = TestLogs.unreachable();
        RatingsTopology topology = new RatingsTopology(
                log.topics(),
                log.rules(),
                StoreKind.STANDARD,
                new GapCheck(log.clients(), log.topics().ratings().name()),
                new FoldMetrics(new SimpleMeterRegistry(), 1),
                new FoldProgress(1));
        Map<String, Object> settings = new HashMap<>(log.clients().settings("test", Map.of()));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "not-running");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        Properties properties = new Properties();
        properties.putAll(settings);
        streams = new KafkaStreams(topology.get(), properties);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void isUnavailableBeforeThereIsAnApplication() {
        assertThatItIsUnavailable(repository(() -> null));
    }

    @Test
    void isUnavailableBeforeTheApplicationHasStarted() {
        assertThatItIsUnavailable(repository(() -> streams));
    }

    @Test
    void isUnavailableOnceTheApplicationHasEnded() {
        streams.close();

        assertThatItIsUnavailable(repository(() -> streams));
    }

    private static RatingsRepository repository(Supplier<KafkaStreams> streams) {
        return new RatingsRepository(
                streams, 1, 1, partition -> OptionalLong.empty(), partition -> true, (partition, nextOffset) -> {});
    }

    private static void assertThatItIsUnavailable(RatingsRepository repository) {
        assertThatThrownBy(() -> repository.read(RECORD, Holder.HOLDER_OWNER, view -> "an answer"))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
                .hasMessage("partition 0 is not open on this instance");
        assertThat(Holder.values())
                .filteredOn(holder -> holder != Holder.UNRECOGNIZED)
                .noneMatch(holder -> repository.isReadable(0, holder));
    }
}
