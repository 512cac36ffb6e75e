package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.verify.FoldedLog;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Holds a generation against the live one and against a fold of the log that shares no code with either but the reading and
 * the order of events. The two are compared wherever both were seen at the same offset: at checkpoints that both have, and
 * at watermarks, of which the last one of each partition must lie behind all that the log held at first.
 *
 * @param log with the rules of the generation
 */
record Proof(MarqueeLog log, ViewCopies copies, int live, int next, LongConsumer progress) {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * What came of it.
     *
     * @param points how many digests of the two generations were compared
     * @param fromLive how the digests of the two differ, a line each
     * @param events how many the log was folded from
     * @param fromLog how those of the generation differ from the log's, a line each
     */
    record Outcome(long points, List<String> fromLive, long events, List<String> fromLog) {
        boolean equal() {
            return fromLive.isEmpty() && fromLog.isEmpty();
        }
    }

    /** @throws LaunchException when the two do not come to a common offset */
    Outcome run() {
        try (FoldedLog folded = new FoldedLog(log, progress)) {
            folded.readTo(folded.ends());
            DigestPoints ofLive = new DigestPoints();
            DigestPoints ofNext = new DigestPoints();
            Map<Integer, Long> last = awaitCommon(folded, ofLive, ofNext);
            folded.readTo(last);
            List<String> fromLive = new ArrayList<>();
            long points = compare(ofLive, ofNext, fromLive);
            return new Outcome(points, fromLive, folded.events(), compare(folded, last, ofNext));
        }
    }

    /** For each partition the last offset at which both were seen. */
    private Map<Integer, Long> awaitCommon(FoldedLog folded, DigestPoints ofLive, DigestPoints ofNext) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ofLive.add(copies.digests(live));
            ofNext.add(copies.digests(next));
            Map<Integer, Long> last = new TreeMap<>();
            int missing = -1;
            for (int partition = 0; partition < log.topics().ratingsPartitions(); partition++) {
                NavigableSet<Long> common = ofLive.common(ofNext, partition);
                long wanted = folded.afterLast(partition);
                if (wanted > 0 && (common.isEmpty() || common.last() < wanted)) {
                    missing = partition;
                } else if (!common.isEmpty()) {
                    last.put(partition, common.last());
                }
            }
            if (missing < 0) {
                return last;
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new LaunchException(
                        "generations %d and %d were never seen at the same offset of partition %d behind %d within %d s; marquee rebuild tries again"
                                .formatted(live, next, missing, folded.afterLast(missing), PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    private long compare(DigestPoints ofLive, DigestPoints ofNext, List<String> differences) {
        long points = 0;
        for (int partition = 0; partition < log.topics().ratingsPartitions(); partition++) {
            NavigableSet<Long> common = ofLive.common(ofNext, partition);
            points += common.size();
            for (long offset : common) {
                long before = ofLive.of(partition).get(offset);
                long now = ofNext.of(partition).get(offset);
                if (before != now) {
                    differences.add("partition %d at offset %d: generation %d has digest %016x, generation %d %016x"
                            .formatted(partition, offset, live, before, next, now));
                    // All that is behind the first one is suspect anyway.
                    break;
                }
            }
        }
        return points;
    }

    private List<String> compare(FoldedLog folded, Map<Integer, Long> last, DigestPoints ofNext) {
        List<String> differences = new ArrayList<>();
        Map<Integer, Long> digests = folded.digests();
        last.forEach((partition, offset) -> {
            for (Map.Entry<Long, Long> point :
                    ofNext.of(partition).headMap(offset, true).entrySet()) {
                OptionalLong byLog = point.getKey().equals(offset)
                        ? OptionalLong.of(digests.getOrDefault(partition, 0L))
                        : folded.checkpoint(partition, point.getKey());
                if (byLog.isPresent() && byLog.getAsLong() != point.getValue()) {
                    differences.add("partition %d at offset %d: generation %d has digest %016x, by the log it is %016x"
                            .formatted(partition, point.getKey(), next, point.getValue(), byLog.getAsLong()));
                    break;
                }
            }
        });
        return differences;
    }
}
