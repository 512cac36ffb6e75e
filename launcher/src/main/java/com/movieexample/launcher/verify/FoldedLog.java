package com.movieexample.launcher.verify;

import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * The log, folded afresh, for whoever holds a digest against it. Keeps every standing rating in memory. Owns its
 * consumer; not thread-safe.
 */
public final class FoldedLog implements AutoCloseable {
    private final int partitions;
    private final LogFold fold;
    private final LogReading reading;
    private final Map<Integer, Long> ends;

    /**
     * Nothing is read yet.
     *
     * @param log with the rules to go by
     * @param progress told how many events have been read
     * @throws KafkaUnavailableException when the cluster does not answer
     */
    public FoldedLog(MarqueeLog log, LongConsumer progress) {
        EventReader reader = new EventReader(log.rules(), log.topics().ratingsPartitions());
        partitions = reader.partitions();
        fold = new LogFold(reader);
        reading = new LogReading(
                new VerifiedLog(log.clients(), log.topics().ratings().name(), reader), fold, progress);
        ends = reading.ends();
        fold.checkpoints().expect(ends);
    }

    /** For each partition where it ended when this was made. */
    public Map<Integer, Long> ends() {
        return ends;
    }

    /** Folds all that is below these offsets; one that was folded further already stays where it is. */
    public void readTo(Map<Integer, Long> nextOffsets) {
        reading.readTo(nextOffsets);
        nextOffsets.forEach(fold.checkpoints()::passTo);
    }

    /** The offset after the last event of a partition that was folded. */
    public long afterLast(int partition) {
        return reading.afterLast(partition);
    }

    /** The digest of each partition as far as it was folded. */
    public Map<Integer, Long> digests() {
        Map<Integer, Long> digests = new HashMap<>();
        fold.records().forEach((key, record) -> {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            digests.merge(
                    Partitioning.partitionOf(bytes, partitions),
                    AggregateDigest.of(bytes, record.toMessage()),
                    Long::sum);
        });
        return digests;
    }

    /** The digest that a partition had at the offset of a checkpoint; empty where none was taken. */
    public OptionalLong checkpoint(int partition, long offset) {
        return fold.checkpoints().digestAt(partition, offset);
    }

    /** How many events were folded. */
    public long events() {
        return fold.counts().all();
    }

    @Override
    public void close() {
        reading.close();
    }
}
