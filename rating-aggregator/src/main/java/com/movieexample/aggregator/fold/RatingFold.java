package com.movieexample.aggregator.fold;

import static com.movieexample.topics.ViewKeys.CHECKPOINTS_KEPT;
import static com.movieexample.topics.ViewKeys.CHECKPOINT_INTERVAL;

import com.movieexample.aggregator.store.BrokenOffFoldException;
import com.movieexample.aggregator.store.FoldState;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.Judgement;
import com.movieexample.topics.rules.RatingVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Folds the events of one partition: look up the user's previous rating, drop the event if the
 * total order says so, else keep it and move the aggregate by the difference. Events may wait a little, so that their
 * look-ups are done together; the rules of {@link WaitingEvents} say how long.
 */
final class RatingFold implements Processor<byte[], byte[], Void, Void> {
    private final EventReader reader;
    private final Function<ProcessorContext<?, ?>, FoldState> openState;
    private final GapCheck gapCheck;
    private final FoldMetrics metrics;
    private final FoldProgress progress;
    private final Throttle throttle;
    private final long asOf;
    private final Set<Integer> begun;

    private ProcessorContext<Void, Void> context;
    private FoldState state;
    private WaitingEvents waiting;
    private int partition;
    /** The offset that is to come; all before it are folded, or wait. */
    private long expected;

    private boolean brokenOff;
    private Optional<RevivalCheck> revivalCheck = Optional.empty();

    /**
     * @param asOf events that are dated later are passed over
     * @param begun the partitions that tasks of the same application have begun with; added to
     */
    RatingFold(
            EventReader reader,
            Function<ProcessorContext<?, ?>, FoldState> openState,
            GapCheck gapCheck,
            FoldMetrics metrics,
            FoldProgress progress,
            Throttle throttle,
            long asOf,
            Set<Integer> begun) {
        this.reader = reader;
        this.openState = openState;
        this.gapCheck = gapCheck;
        this.metrics = metrics;
        this.progress = progress;
        this.throttle = throttle;
        this.asOf = asOf;
        this.begun = begun;
    }

    /** Called again after a task was revived: nothing from before may be left on the heap. */
    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        state = openState.apply(newContext);
        state.beforeCommit(this::foldWaiting);
        waiting = new WaitingEvents(newContext, state.batchSize(), this::foldWaiting);
        expected = state.nextOffset();
        brokenOff = false;
        partition = newContext.taskId().partition();
        progress.forget(partition);
        progress.include(partition, expected);
        throttle.opened(partition);
        boolean isFirst = begun.add(partition);
        revivalCheck = isFirst ? Optional.empty() : Optional.of(new RevivalCheck(newContext, gapCheck, expected));
    }

    /** Events may still wait: a task that is suspended is committed before or after this. */
    @Override
    public void close() {
        progress.forget(partition);
        throttle.closed(partition);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        throttle.await();
        revivalCheck.ifPresent(RevivalCheck::end);
        whole(() -> take(record, context.recordMetadata().orElseThrow()));
    }

    /** What was done in part may never be committed: neither now nor when Kafka Streams closes the task. */
    private void whole(Runnable part) {
        if (brokenOff) {
            throw new IllegalStateException("the fold of partition " + partition + " was broken off");
        }
        brokenOff = true;
        BrokenOffFoldException.guard(part);
        brokenOff = false;
    }

    private void take(Record<byte[], byte[]> record, RecordMetadata at) {
        if (at.offset() < expected) {
            metrics.redelivered.increment();
            return;
        }
        if (at.offset() > expected) {
            gapCheck.requireEmpty(at.partition(), expected, at.offset());
            reach(at.offset());
        }
        judge(at, reader.read(at.partition(), record.key(), record.value(), record.timestamp(), record.headers()));
        expected = at.offset() + 1;
        if (waiting.isDue(record.timestamp()) || isCheckpoint(expected)) {
            reach(expected);
        }
    }

    private void judge(RecordMetadata at, Judgement judgement) {
        if (judgement instanceof Judgement.Good good) {
            if (good.version().time() > asOf) {
                metrics.later.increment();
            } else {
                waiting.add(at.offset(), good);
            }
        } else if (judgement instanceof Judgement.Misplaced) {
            metrics.misplaced.increment();
        } else {
            metrics.bad.increment();
        }
    }

    private void foldWaiting() {
        whole(() -> reach(expected));
    }

    /** Folds what waits; then all before an offset is included, of which the last ones may be a gap. */
    private void reach(long nextOffset) {
        List<WaitingEvent> events = waiting.sorted();
        state.readAhead(events.stream().map(WaitingEvent::rating).toList());
        events.forEach(this::fold);
        waiting.clear();
        keepCheckpoints(state.nextOffset(), nextOffset);
        if (nextOffset > state.nextOffset()) {
            state.include(nextOffset);
        }
        expected = nextOffset;
        // Last: who is told of it reads all of it.
        progress.include(partition, nextOffset);
    }

    private void fold(WaitingEvent event) {
        RatingVersion previous = state.rating(event.rating()).orElse(null);
        if (previous != null && !event.version().supersedes(previous)) {
            countLoser(previous, event.version());
            return;
        }
        state.putRating(event.rating(), event.version());
        state.moveAggregate(event.record(), previous, event.version(), event.offset());
        metrics.applied.increment();
    }

    /** Of two events without a time of their own the later one wins, unless the clock that dated them went back. */
    private void countLoser(RatingVersion previous, RatingVersion loser) {
        boolean clockWentBack = !previous.explicit() && !loser.explicit();
        (clockWentBack ? metrics.clockWentBack : metrics.superseded).increment();
    }

    private static boolean isCheckpoint(long offset) {
        return offset % CHECKPOINT_INTERVAL == 0;
    }

    /** Keeps the watermark of each checkpoint's offset that lies after {@code from} and not after {@code to}. */
    private void keepCheckpoints(long from, long to) {
        long last = to - to % CHECKPOINT_INTERVAL;
        long first = from - from % CHECKPOINT_INTERVAL + CHECKPOINT_INTERVAL;
        // Of a longer gap the first ones would make room for the last.
        long firstKept = Math.max(first, last - (CHECKPOINTS_KEPT - 1) * CHECKPOINT_INTERVAL);
        for (long checkpoint = firstKept; checkpoint <= last; checkpoint += CHECKPOINT_INTERVAL) {
            state.putCheckpoint(checkpoint);
        }
    }
}
