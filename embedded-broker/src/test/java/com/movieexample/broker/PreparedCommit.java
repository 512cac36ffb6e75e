package com.movieexample.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/** The log of the transaction coordinator on disk, as a kill leaves it between the decision to commit and the markers. */
final class PreparedCommit {
    private PreparedCommit() {}

    /** Decides the one transaction that is open in a folder of Kafka's logs. */
    static void write(Path logDir) throws IOException {
        for (Path segment : segments(logDir)) {
            try (FileRecords log = FileRecords.open(segment.toFile(), true)) {
                Record last = null;
                for (Record record : log.records()) {
                    last = record;
                }
                if (last != null) {
                    log.append(decision(last));
                    return;
                }
            }
        }
        throw new IllegalStateException("no transaction in " + logDir);
    }

    private static List<Path> segments(Path logDir) throws IOException {
        try (Stream<Path> files = Files.walk(logDir)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.toString().contains("__transaction_state"))
                    .toList();
        }
    }

    /** What the coordinator of Kafka 4 writes: the producer's next epoch, and the state. */
    private static MemoryRecords decision(Record ongoing) {
        ByteBuffer stored = ongoing.value();
        short version = stored.getShort();
        TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(stored), version);
        if (value.transactionStatus() != TransactionState.ONGOING.id()) {
            throw new IllegalStateException("not open: " + value);
        }
        value.setTransactionStatus(TransactionState.PREPARE_COMMIT.id());
        value.setProducerEpoch((short) (value.producerEpoch() + 1));
        return MemoryRecords.withRecords(
                ongoing.offset() + 1,
                Compression.NONE,
                0,
                new SimpleRecord(
                        ongoing.timestamp(), ongoing.key(), MessageUtil.toVersionPrefixedByteBuffer(version, value)));
    }

    /** The folder as it is now, which is how a kill would leave it; but for indexes, which are large and made anew. */
    static void copy(Path folder, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.toString().endsWith("index")).forEach(file -> {
                try {
                    Files.copy(file, copy.resolve(folder.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
