package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.BoundedRocks;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A store that keeps changes on the heap until the next commit, and then writes them into its changelog and its table. It
 * does not manage offsets: on disk the table may hold what was never committed and lack what was, so that after a crash
 * Kafka Streams wipes the folder and restores it. One thread changes it, any thread may read.
 */
final class BatchedStore extends CommittedStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    /** Fewer are looked up one by one as fast. */
    private static final int WORTH_TOGETHER = 4;

    private static final String FOLDER = "batched";
    static final String HEAP_BYTES = "marquee.batched.heap.bytes";

    private final String name;

    /**
     * Of the transaction that is not committed yet, in the order in which they came, which is that of their keys for as
     * long as a batch lasts. Guarded by this.
     */
    private final Map<Bytes, byte[]> changes = new LinkedHashMap<>();

    /** Looked up together. For the one thread that changes the store. */
    private ReadAhead ahead = ReadAhead.NOTHING;

    private volatile Unwritten unwritten = Unwritten.NONE;
    private volatile BufferedTable table;

    BatchedStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return table != null;
    }

    /** Called again after a task was revived: nothing from before may be left on the heap. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        unwritten = Unwritten.NONE;
        forgetChanges();
        bind(context);
        RocksMemory memory = BoundedRocks.memory(context.appConfigs());
        Path folder = context.stateDir().toPath().resolve(FOLDER).resolve(name);
        table = new BufferedTable(RocksTable.open(name, folder, memory), (Long)
                context.appConfigs().get(HEAP_BYTES));
        context.register(root, (BatchingStateRestoreCallback) this::restore);
    }

    private void restore(Collection<KeyValue<byte[], byte[]>> entries) {
        forgetChanges();
        open().restore(entries);
    }

    /** Changes that {@code owner} holds are part of the store from now on, until the next init. */
    void include(Unwritten owner) {
        unwritten = owner;
    }

    /**
     * Looks up together what is about to be asked for.
     *
     * @param keys in the order in which they will be asked for, ascending
     */
    void readAhead(List<Bytes> keys) {
        ahead = keys.size() < WORTH_TOGETHER ? ReadAhead.NOTHING : new ReadAhead(keys, open().getAll(keys));
    }

    /** As {@link #get}, with what was read ahead; for the thread that changes the store. */
    byte[] getAhead(Bytes key) {
        byte[] change = change(key);
        if (change != null) {
            return change;
        }
        return ahead.moveTo(key) ? ahead.value() : open().get(key);
    }

    @Override
    public byte[] get(Bytes key) {
        byte[] held = unwritten.find(key);
        byte[] change = held != null ? held : change(key);
        return change != null ? change : open().get(key);
    }

    private synchronized byte[] change(Bytes key) {
        return changes.get(key);
    }

    synchronized void put(Bytes key, byte[] value) {
        changes.put(key, value);
    }

    /** Written after all changes that were made before it. */
    synchronized void putLast(Bytes key, byte[] value) {
        changes.remove(key);
        changes.put(key, value);
    }

    synchronized int changeCount() {
        return changes.size();
    }

    /** A reader finds each change here or, once it is gone from here, in the table. */
    @Override
    void writeChanges() {
        unwritten.settle();
        changes.forEach(this::log);
        open().putAll(changes);
        forgetChanges();
    }

    @Override
    synchronized void forgetChanges() {
        changes.clear();
        ahead = ReadAhead.NOTHING;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return open().range(changes(from, to), from, to);
    }

    private synchronized Map<Bytes, byte[]> changes(Bytes from, Bytes to) {
        return BufferedTable.between(changes, from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return open().estimatedSize();
    }

    private BufferedTable open() {
        BufferedTable opened = table;
        if (opened == null) {
            throw new InvalidStateStoreException("the store " + name + " is not open");
        }
        return opened;
    }

    /** Idempotent. What was not committed is dropped. */
    @Override
    public void close() {
        unwritten = Unwritten.NONE;
        forgetChanges();
        BufferedTable opened = table;
        table = null;
        if (opened != null) {
            opened.close();
        }
    }
}
