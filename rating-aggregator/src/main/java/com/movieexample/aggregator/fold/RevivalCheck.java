package com.movieexample.aggregator.fold;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Watches a task that was revived, or made anew in a running application, until its first event comes, which shows any
 * gap before it. If none comes although the log holds one, the rest of what the consumer had read was skipped, and in a
 * quiet partition nothing else would ever show it. Used by the task's thread.
 */
final class RevivalCheck {
    static final Duration INTERVAL = Duration.ofSeconds(3);

    private final GapCheck gapCheck;
    private final int partition;
    private final long expected;
    private final Cancellable schedule;
    private Optional<Long> waitsFor = Optional.empty();

    /** @param expected the offset that the revived task has come to */
    RevivalCheck(ProcessorContext<?, ?> context, GapCheck gapCheck, long expected) {
        this.gapCheck = gapCheck;
        this.partition = context.taskId().partition();
        this.expected = expected;
        this.schedule = context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> look());
    }

    /** An event has come; there is nothing more to watch for. */
    void end() {
        schedule.cancel();
    }

    private void look() {
        try {
            look(gapCheck.firstRecord(partition, expected));
        } catch (TimeoutException e) {
            // Nothing can come in either while Kafka is silent.
            waitsFor = Optional.empty();
        }
    }

    private void look(Optional<Long> inTheLog) {
        if (inTheLog.isEmpty()) {
            end();
        } else if (inTheLog.equals(waitsFor)) {
            throw gapCheck.neverCame(partition, expected, inTheLog.get());
        }
        // It may have been written just now; the next look tells.
        waitsFor = inTheLog;
    }
}
