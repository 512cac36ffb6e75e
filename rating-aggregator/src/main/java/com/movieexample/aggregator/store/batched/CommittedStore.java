package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.BrokenOffFoldException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * What a store needs of Kafka Streams that its public interfaces don't offer: to be called before each commit, and to
 * write into its changelog. Nothing else here uses internal classes.
 */
abstract class CommittedStore implements StateStore, CachedStateStore<Bytes, byte[]> {
    private InternalProcessorContext<?, ?> context;

    /** To be called at each init; the store may have served another task before. */
    final void bind(StateStoreContext newContext) {
        context = (InternalProcessorContext<?, ?>) newContext;
    }

    /**
     * Writes what has changed since the last commit. Kafka Streams calls it on every way to a commit, and on some that
     * end in an abort.
     */
    abstract void writeChanges();

    /** Sends a record to the store's changelog, in the transaction that the next commit ends. */
    final void log(Bytes key, byte[] value) {
        context.logChange(
                name(), key, value, context.currentSystemTimeMs(), new RecordHeaders(), Position.emptyPosition());
    }

    @Override
    public final void flushCache() {
        BrokenOffFoldException.guard(this::writeChanges);
    }

    /** Called when a standby takes over from an active task or the other way round, after the last commit. */
    @Override
    public final void clearCache() {
        forgetChanges();
    }

    /** Drops what was not written; it belongs to a transaction that was aborted. */
    abstract void forgetChanges();

    @Override
    public final boolean setFlushListener(CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }
}
