package com.movieexample.aggregator.fold;

import static com.movieexample.topics.ViewKeys.CHECKPOINTS_KEPT;
import static com.movieexample.topics.ViewKeys.CHECKPOINT_INTERVAL;

import com.movieexample.aggregator.store.FoldState;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.Judgement;
import com.movieexample.topics.rules.RatingVersion;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Folds the events of one partition, one by one: look up the user's previous rating, drop the event if the total order
 * says so, else keep it and move the aggregate by the difference.
 */
final class RatingFold implements Processor<byte[], byte[], Void, Void> {
    private final EventReader reader;
    private final Function<ProcessorContext<?, ?>, FoldState> openState;
    private final GapCheck gapCheck;
    private final FoldMetrics metrics;
    private final FoldProgress progress;
    private final Set<Integer> begun;

    private ProcessorContext<Void, Void> context;
    private FoldState state;
    private int partition;
    private long nextOffset;
    private long digest;
    private Optional<RevivalCheck> revivalCheck = Optional.empty();

    /** @param begun the partitions that tasks of the same application have begun with; added to */
    RatingFold(
            EventReader reader,
            Function<ProcessorContext<?, ?>, FoldState> openState,
            GapCheck gapCheck,
            FoldMetrics metrics,
            FoldProgress progress,
            Set<Integer> begun) {
        this.reader = reader;
        this.openState = openState;
        this.gapCheck = gapCheck;
        this.metrics = metrics;
        this.progress = progress;
        this.begun = begun;
    }

    /** Called again after a task was revived: nothing from before may be left on the heap. */
    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        state = openState.apply(newContext);
        Watermark watermark = state.watermark();
        nextOffset = watermark.getNextOffset();
        digest = watermark.getDigest();
        partition = newContext.taskId().partition();
        progress.forget(partition);
        progress.include(partition, nextOffset);
        boolean isFirst = begun.add(partition);
        revivalCheck = isFirst ? Optional.empty() : Optional.of(new RevivalCheck(newContext, gapCheck, nextOffset));
    }

    @Override
    public void close() {
        progress.forget(partition);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        revivalCheck.ifPresent(RevivalCheck::end);
        try {
            take(record, context.recordMetadata().orElseThrow());
        } catch (TaskCorruptedException | TimeoutException e) {
            throw new BrokenOffFoldException(e);
        }
    }

    private void take(Record<byte[], byte[]> record, RecordMetadata at) {
        if (at.offset() < nextOffset) {
            metrics.redelivered.increment();
            return;
        }
        if (at.offset() > nextOffset) {
            gapCheck.requireEmpty(at.partition(), nextOffset, at.offset());
            keepCheckpoints(nextOffset, at.offset());
        }
        fold(at, reader.read(at.partition(), record.key(), record.value(), record.timestamp(), record.headers()));
        nextOffset = at.offset() + 1;
        state.putWatermark(watermarkAt(nextOffset));
        keepCheckpoints(at.offset(), nextOffset);
        // Last: who is told of it reads all of it.
        progress.include(partition, nextOffset);
    }

    private void fold(RecordMetadata at, Judgement judgement) {
        if (judgement instanceof Judgement.Good good) {
            fold(at.offset(), good);
        } else if (judgement instanceof Judgement.Misplaced) {
            metrics.misplaced.increment();
        } else {
            metrics.bad.increment();
        }
    }

    private void fold(long offset, Judgement.Good good) {
        byte[] key = good.key().bytes();
        String user = good.event().getUserId();
        RatingVersion previous = state.rating(key, user).orElse(null);
        if (previous != null && !good.version().supersedes(previous)) {
            countLoser(previous, good.version());
            return;
        }
        state.putRating(key, user, good.version());
        move(key, previous, good.version(), offset);
        metrics.applied.increment();
    }

    /** Of two events without a time of their own the later one wins, unless the clock that dated them went back. */
    private void countLoser(RatingVersion previous, RatingVersion loser) {
        boolean clockWentBack = !previous.explicit() && !loser.explicit();
        (clockWentBack ? metrics.clockWentBack : metrics.superseded).increment();
    }

    private void move(byte[] key, RatingVersion previous, RatingVersion next, long offset) {
        Optional<RatingAggregate> before = state.aggregate(key);
        Aggregate aggregate = before.map(Aggregate::of).orElseGet(Aggregate::empty);
        aggregate.replace(previous, next);
        RatingAggregate after = aggregate.toMessage(offset);
        state.putAggregate(key, after);
        digest += AggregateDigest.of(key, after)
                - before.map(message -> AggregateDigest.of(key, message)).orElse(0L);
    }

    /** Keeps the watermark of each checkpoint's offset that lies after {@code from} and not after {@code to}. */
    private void keepCheckpoints(long from, long to) {
        long last = to - to % CHECKPOINT_INTERVAL;
        long first = from - from % CHECKPOINT_INTERVAL + CHECKPOINT_INTERVAL;
        // Of a longer gap the first ones would make room for the last.
        long firstKept = Math.max(first, last - (CHECKPOINTS_KEPT - 1) * CHECKPOINT_INTERVAL);
        for (long checkpoint = firstKept; checkpoint <= last; checkpoint += CHECKPOINT_INTERVAL) {
            state.putCheckpoint(watermarkAt(checkpoint));
        }
    }

    private Watermark watermarkAt(long offset) {
        return Watermark.newBuilder().setNextOffset(offset).setDigest(digest).build();
    }
}
