package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.KeyOrder;
import com.movieexample.topics.rules.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Events that wait to be folded together. A full batch is due, and so is a fresh event that comes after a pause: while
 * few come, none waits. Of many fresh ones none waits for longer than {@link #PATIENCE}. Events that the log has held
 * for long, which nobody waits for, wait for a full batch or the next commit. Used by one thread.
 */
final class WaitingEvents {
    private static final Duration PATIENCE = Duration.ofMillis(5);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long FRESH_MS = 1_000;

    private final ProcessorContext<?, ?> context;
    private final int batchSize;
    private final Runnable whenImpatient;
    private final List<WaitingEvent> events = new ArrayList<>();
    private int seen;
    private long takenAt = System.nanoTime();
    private Cancellable impatience;

    /** @param whenImpatient takes all */
    WaitingEvents(ProcessorContext<?, ?> context, int batchSize, Runnable whenImpatient) {
        this.context = context;
        this.batchSize = batchSize;
        this.whenImpatient = whenImpatient;
    }

    void add(long offset, Judgement.Good good) {
        events.add(WaitingEvent.of(offset, good));
    }

    /**
     * Whether those that wait are to be taken now; to be asked after each event of the log, also one that is passed
     * over.
     *
     * @param logTime when the log took it, ms since 1970
     */
    boolean isDue(long logTime) {
        seen++;
        if (seen >= batchSize) {
            return true;
        }
        if (context.currentSystemTimeMs() - logTime > FRESH_MS) {
            return false;
        }
        if (System.nanoTime() - takenAt > PAUSE_NS) {
            return true;
        }
        if (impatience == null) {
            impatience = context.schedule(PATIENCE, PunctuationType.WALL_CLOCK_TIME, now -> whenImpatient.run());
        }
        return false;
    }

    /**
     * All of them, in the order of their ratings' keys; the events of one rating stay in the order of the log, and others
     * may change places. They are to be cleared.
     */
    List<WaitingEvent> sorted() {
        return KeyOrder.sorted(events, WaitingEvent::rating);
    }

    void clear() {
        events.clear();
        seen = 0;
        takenAt = System.nanoTime();
        if (impatience != null) {
            impatience.cancel();
            impatience = null;
        }
    }
}
