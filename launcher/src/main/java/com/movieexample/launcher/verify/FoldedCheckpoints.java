package com.movieexample.launcher.verify;

import static com.movieexample.topics.ViewKeys.CHECKPOINTS_KEPT;
import static com.movieexample.topics.ViewKeys.CHECKPOINT_INTERVAL;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The digest that each partition has at the offsets of checkpoints, taken as the fold passes them. At each only the
 * records that changed since the one before are worked out again, and of a long log only its last checkpoints are
 * taken, as many as a view keeps: so the work grows with the log and not with its square. Not thread-safe.
 */
final class FoldedCheckpoints {
    /** Some more than a view keeps, since its watermark may lie a little before the log's end. */
    private static final long TAKEN = CHECKPOINTS_KEPT + 2;

    private final Map<Integer, Partition> partitions = new HashMap<>();

    /** Leaves out what a view that has come to these ends keeps no longer; before the first event. */
    void expect(Map<Integer, Long> ends) {
        ends.forEach((partition, end) ->
                of(partition).next = Math.max(1, end / CHECKPOINT_INTERVAL + 1 - TAKEN) * CHECKPOINT_INTERVAL);
    }

    /** All events of a partition below {@code offset} are folded, and no other. */
    void passTo(int partition, long offset) {
        of(partition).passTo(offset);
    }

    /** Another event of a record was folded. */
    void changed(int partition, String key, FoldedRecord record) {
        of(partition).changed.put(key, record);
    }

    /** Empty where no digest was taken. */
    OptionalLong digestAt(int partition, long offset) {
        Long digest = of(partition).digests.get(offset);
        return digest == null ? OptionalLong.empty() : OptionalLong.of(digest);
    }

    private Partition of(int partition) {
        return partitions.computeIfAbsent(partition, number -> new Partition());
    }

    private static final class Partition {
        private final Map<String, FoldedRecord> changed = new HashMap<>();
        private final Map<Long, Long> digests = new HashMap<>();
        private long next = CHECKPOINT_INTERVAL;
        private long digest;

        private void passTo(long offset) {
            for (; next <= offset; next += CHECKPOINT_INTERVAL) {
                changed.forEach(
                        (key, record) -> digest += record.moveFingerprint(key.getBytes(StandardCharsets.UTF_8)));
                changed.clear();
                digests.put(next, digest);
            }
        }
    }
}
