package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** So many that the broker is busy for a while with giving them up, which is when Kafka errs. */
    private static final int OTHER_PARTITIONS = 300;

    @TempDir
    private Path folder;

    /** Kafka by itself forgets the partitions of such a transaction: see {@link LoneController}. */
    @Test
    void aTransactionThatWasAboutToCommitIsCommittedAfterAKill() throws Exception {
        Path killed = folder.resolve("killed");
        try (EmbeddedBroker broker = start(folder.resolve("running"))) {
            RecordLog records = new RecordLog(broker, "records");
            records.create(Map.of());
            new RecordLog(broker, "others").create(Map.of(), OTHER_PARTITIONS);
            records.appendAndLeaveOpen("writer", "decided");
            PreparedCommit.copy(folder.resolve("running"), killed);
        }
        PreparedCommit.write(killed.resolve("log"));

        try (EmbeddedBroker broker = start(killed)) {
            RecordLog records = new RecordLog(broker, "records");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records.committed()).containsExactly("decided"));
            records.appendInTransaction("writer", true, "next");
            assertThat(records.committed()).containsExactly("decided", "next");
        }
    }

    private static EmbeddedBroker start(Path folder) {
        return EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder).onFreePorts());
    }
}
