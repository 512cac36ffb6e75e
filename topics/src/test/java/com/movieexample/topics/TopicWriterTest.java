package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.v1.Metadata;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicWriterTest {
    private final KafkaClients nobody = new KafkaClients("127.0.0.1:1", Map.of("max.block.ms", "50"));

    private TopicWriter<Metadata> writer() {
        return new TopicWriter<>(nobody, "test", new Topics("", 1, 1).movieMetadata());
    }

    private static void assertThatNothingWasSent(CompletableFuture<Appended> append, String reason) {
        assertThatThrownBy(append::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LogUnavailableException.class, e -> assertThat(e.sent()).isFalse())
                .hasMessageStartingWith("movie-metadata is not reachable, nothing was written: " + reason);
    }

    @Test
    void whatWasNeverSentIsSaidToBe() {
        try (TopicWriter<Metadata> writer = writer()) {
            assertThatNothingWasSent(writer.append("603", null), "Topic movie-metadata not present in metadata");
        }
    }

    @Test
    void nothingIsSentWhileKafkaIsAway() {
        TopicDefinition<String, Metadata> topic = new Topics("", 1, 1).movieMetadata();
        Map<String, String> wouldWaitForEver = Map.of("max.block.ms", "600000");
        KafkaClients patient = new KafkaClients("127.0.0.1:1", wouldWaitForEver);

        try (TopicWriter<Metadata> writer =
                new TopicWriter<>(patient, "test", topic, () -> Optional.of("no answer from the brokers"))) {
            assertThatNothingWasSent(writer.append("603", null), "no answer from the brokers");
        }
    }

    @Test
    void aClosedWriterSendsNothing() {
        TopicWriter<Metadata> writer = writer();
        writer.close();

        assertThatNothingWasSent(writer.append("603", null), "");
    }
}
