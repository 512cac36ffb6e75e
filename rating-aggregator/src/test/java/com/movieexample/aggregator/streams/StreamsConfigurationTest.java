package com.movieexample.aggregator.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsConfigurationTest {
    private static Properties properties(Map<String, String> passedThrough) {
        try (RocksMemory memory = new RocksMemory(1 << 20)) {
            return new StreamsConfiguration(
                            Path.of("state"), StoreKind.STANDARD, 1, 0, 0, Optional.empty(), passedThrough)
                    .toProperties(TestLogs.unreachable(), memory, "instance", Optional.empty());
        }
    }

    /** Under another name it would wait for its own session's end after a kill. */
    @Test
    void anInstanceIsAStaticMemberUnderItsLastingName() {
        assertThat(properties(Map.of()))
                .containsEntry("main.consumer.group.instance.id", "instance")
                .containsEntry("consumer.session.timeout.ms", 10_000);
    }

    /** A producer that gives up before its task does makes the task corrupt. */
    @Test
    void aTaskOutlastsAnOutageOfMinutes() {
        assertThat(properties(Map.of()))
                .containsEntry("task.timeout.ms", 300_000)
                .containsEntry("producer.max.block.ms", 300_000);
    }

    @Test
    void whatExactnessRestsOnCanNotBeSet() {
        Properties properties = properties(Map.of(
                "processing.guarantee", "at_least_once",
                "application.id", "other",
                "main.consumer.group.instance.id", "other",
                "commit.interval.ms", "500"));

        assertThat(properties)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "marquee-g1")
                .containsEntry("main.consumer.group.instance.id", "instance")
                .containsEntry("commit.interval.ms", "500");
    }
}
