package com.movieexample.launcher.verify;

import com.movieexample.launcher.process.LaunchException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Folds the log and compares. First it reads up to the end that the log has now; once the served view is that far, it
 * reads on to exactly where the view is, which may be further. So it works while ratings come in.
 *
 * @param patience how long the served view may take to come to the log's end
 */
record Verification(VerifiedLog log, ServedView served, Duration patience, LongConsumer progress) {
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(200);

    /** @throws LaunchException when what is served can't be compared with this log, or not in time */
    Findings run() {
        long start = System.nanoTime();
        // Nobody wants to learn after minutes of folding that the address was wrong.
        served.dump(refusal -> {}).ifPresent(ServedView.Dump::close);
        LogFold fold = new LogFold(log.reader());
        try (LogReading reading = new LogReading(log, fold, progress)) {
            Map<Integer, Long> ends = reading.ends();
            fold.checkpoints().expect(ends);
            reading.readTo(ends);
            try (ServedView.Dump dump = awaitDump(reading)) {
                Map<Integer, Long> nextOffsets = nextOffsets(dump, reading);
                reading.readTo(nextOffsets);
                nextOffsets.forEach(fold.checkpoints()::passTo);
                Comparison comparison = new Comparison(fold.records(), log.partitions());
                // Before the records, whose differences may be many: a checkpoint says since when.
                ComparedCheckpoints checkpoints = compareCheckpoints(fold, dump, comparison.differences());
                compareRecords(comparison, dump);
                return findings(fold, comparison, checkpoints, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private ServedView.Dump awaitDump(LogReading reading) {
        long deadline = System.nanoTime() + patience.toNanos();
        String[] reason = new String[1];
        do {
            Optional<ServedView.Dump> dump = served.dump(refusal -> reason[0] = refusal);
            if (dump.isPresent()) {
                reason[0] = lag(dump.get(), reading);
                if (reason[0] == null) {
                    return dump.get();
                }
                dump.get().close();
            }
            LockSupport.parkNanos(BETWEEN_TRIES);
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        throw new LaunchException(
                "%s does not serve all of the log after %d s: %s".formatted(served, patience.toSeconds(), reason[0]));
    }

    /** Where the view lacks events, null if nowhere. Markers at the end of a partition don't count. */
    private String lag(ServedView.Dump dump, LogReading reading) {
        return IntStream.range(0, log.partitions())
                .filter(partition -> dump.nextOffset(partition) < reading.afterLast(partition))
                .mapToObj(partition -> "%s/%d is served up to %d, the log has events up to %d"
                        .formatted(log.topic(), partition, dump.nextOffset(partition), reading.afterLast(partition)))
                .findFirst()
                .orElse(null);
    }

    private Map<Integer, Long> nextOffsets(ServedView.Dump dump, LogReading reading) {
        Map<Integer, Long> nextOffsets = new HashMap<>();
        reading.ends().forEach((partition, end) -> {
            long next = dump.nextOffset(partition);
            if (next > end) {
                throw new LaunchException("%s serves %s/%d up to %d, but at %s it ends at %d: is that the same cluster?"
                        .formatted(
                                served,
                                log.topic(),
                                partition,
                                next,
                                log.clients().bootstrapServers(),
                                end));
            }
            nextOffsets.put(partition, next);
        });
        return nextOffsets;
    }

    private ComparedCheckpoints compareCheckpoints(LogFold fold, ServedView.Dump dump, Differences differences) {
        CheckpointComparison comparison = new CheckpointComparison(fold.checkpoints(), differences);
        for (int partition = 0; partition < log.partitions(); partition++) {
            comparison.served(partition, dump.nextOffset(partition), dump.checkpoints(partition));
        }
        return comparison.compared();
    }

    private void compareRecords(Comparison comparison, ServedView.Dump dump) {
        dump.forEach(comparison::served);
        comparison.allServed();
        for (int partition = 0; partition < log.partitions(); partition++) {
            comparison.servedDigest(partition, dump.watermark(partition).getDigest());
        }
    }

    private Findings findings(LogFold fold, Comparison comparison, ComparedCheckpoints checkpoints, Duration took) {
        return new Findings(
                fold.counts(),
                comparison.records(),
                comparison.ratings(),
                IntStream.range(0, log.partitions())
                        .mapToObj(comparison::foldedDigest)
                        .toList(),
                checkpoints,
                comparison.differences(),
                took);
    }
}
