package com.movieexample.aggregator.fold;

import com.movieexample.topics.view.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far the fold of each partition has come on this instance, for readers who wait. A fold notes each event without a
 * lock; a thread of its own tells the readers a few times in a hundredth of a second. A punctuation of Kafka Streams
 * could not: each marks its task as changed, and an idle fold would commit for ever. Thread-safe.
 */
public final class FoldProgress implements AutoCloseable {
    private static final long PUBLISHED_EVERY_MS = 4;

    private final AtomicLongArray nextOffsets;
    private final Progress published = new Progress();
    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "fold-progress");
        thread.setDaemon(true);
        return thread;
    });

    public FoldProgress(int partitions) {
        nextOffsets = new AtomicLongArray(partitions);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void start() {
        publisher.scheduleWithFixedDelay(this::publish, 0, PUBLISHED_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Notes that the stores include all before an offset. For one thread per partition. */
    void include(int partition, long nextOffset) {
        nextOffsets.setRelease(partition, nextOffset);
    }

    /** What was included may be taken back, or is held here no longer. */
    synchronized void forget(int partition) {
        nextOffsets.setRelease(partition, 0);
        published.reset(partition);
    }

    /** Never between the two steps of forgetting, or it would bring back what was forgotten. */
    synchronized void publish() {
        for (int partition = 0; partition < nextOffsets.length(); partition++) {
            long next = nextOffsets.getAcquire(partition);
            if (next > published.of(partition)) {
                published.advance(partition, next);
            }
        }
    }

    /** For each partition the next offset that the stores do not include; they may include more by now. */
    public Progress published() {
        return published;
    }

    @Override
    public void close() {
        publisher.shutdownNow();
        published.close();
    }
}
