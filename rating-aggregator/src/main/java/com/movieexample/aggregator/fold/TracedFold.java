package com.movieexample.aggregator.fold;

import com.movieexample.runtime.tracing.RecordSpan;
import com.movieexample.runtime.tracing.Tracing;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A fold with a span for each event that belongs to a trace. It only watches: a fold without it is the same.
 *
 * <p>Events that the log took before this fold was made have none. They are not new: a rebuild folds all of them again,
 * and a restart those that came while nobody folded, maybe long after anybody waits for their traces. An event that came
 * later is traced once by each generation that folds it; and once more only where a transaction failed and is repeated.
 * The log's clock and this machine's are compared here, so near the start one that is off may add or leave out a span.
 */
public final class TracedFold implements Processor<byte[], byte[], Void, Void> {
    private static final String NAME = "fold";

    private final Processor<byte[], byte[], Void, Void> fold;
    private final Tracing tracing;
    private final int generation;
    private final long since;
    private ProcessorContext<Void, Void> context;

    private TracedFold(Processor<byte[], byte[], Void, Void> fold, Tracing tracing, int generation, long since) {
        this.fold = fold;
        this.tracing = tracing;
        this.generation = generation;
        this.since = since;
    }

    /** Nothing is put around a fold if nothing is traced. */
    public static UnaryOperator<Processor<byte[], byte[], Void, Void>> around(Tracing tracing, int generation) {
        long since = System.currentTimeMillis();
        return tracing.isOn() ? fold -> new TracedFold(fold, tracing, generation, since) : UnaryOperator.identity();
    }

    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        fold.init(newContext);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordSpan span = record.timestamp() < since ? RecordSpan.NONE : tracing.receive(NAME, record.headers());
        if (span.isTraced()) {
            traced(record, span);
        } else {
            fold.process(record);
        }
    }

    private void traced(Record<byte[], byte[]> record, RecordSpan span) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        span.with("marquee.generation", generation)
                .with("messaging.destination.partition.id", at.partition())
                .with("messaging.kafka.offset", at.offset());
        RuntimeException failure = null;
        try {
            fold.process(record);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            span.end(failure);
        }
    }

    @Override
    public void close() {
        fold.close();
    }
}
