package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFailureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MIN_SEGMENT_BYTES = String.valueOf(1 << 20);

    @TempDir
    private Path folder;

    @Test
    void aBrokerThatLosesItsFolderSaysSoAndTheProcessGoesOn() throws Exception {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder).onFreePorts())) {
            new RecordLog(broker, "records").create(Map.of("segment.bytes", MIN_SEGMENT_BYTES));

            Files.move(folder.resolve("log"), folder.resolve("elsewhere"));
            writeUntilItFails(broker);

            assertThat(broker.isRunning()).isFalse();
            assertThat(broker.failure()).isPresent();
        }
    }

    @Test
    void aFolderThatKafkaCannotReadIsAClearError() throws Exception {
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("log").resolve("meta.properties"), "version=99\n");

        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() ->
                        EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder).onFreePorts()))
                .withMessageContaining(folder.toString());
    }

    /** A full segment makes the broker open a new file, which has no folder any more. */
    private static void writeUntilItFails(EmbeddedBroker broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 1000);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                var unused = producer.send(new ProducerRecord<>("records", new byte[100_000]));
                return !broker.isRunning();
            });
        } finally {
            producer.close(Duration.ZERO);
        }
    }
}
