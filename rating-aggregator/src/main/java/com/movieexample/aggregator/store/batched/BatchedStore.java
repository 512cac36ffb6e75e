package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.BoundedRocks;
import com.movieexample.topics.view.RocksMemory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * A store that keeps changes on the heap until the next commit, and then writes them, sorted, into RocksDB and its
 * changelog. It does not manage offsets: RocksDB may hold what was never committed, so that after a crash Kafka Streams
 * wipes the folder and restores it. One thread changes it, any thread may read.
 */
final class BatchedStore extends CommittedStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    /** Fewer are looked up one by one as fast. */
    private static final int WORTH_TOGETHER = 4;

    private static final String FOLDER = "batched";

    private final String name;

    /**
     * Not yet in RocksDB. In the order in which they came, which is that of their keys for as long as a batch lasts.
     * Guarded by this.
     */
    private final Map<Bytes, byte[]> changes = new LinkedHashMap<>();

    /** Looked up together. For the one thread that changes the store. */
    private ReadAhead ahead = ReadAhead.NOTHING;

    private KeyValue<Bytes, byte[]> lastChange;
    private volatile Unwritten unwritten = Unwritten.NONE;
    private volatile RocksTable table;

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
        table = RocksTable.open(
                name, context.stateDir().toPath().resolve(FOLDER).resolve(name), memory);
        context.register(root, (BatchingStateRestoreCallback) this::restore);
    }

    private void restore(Collection<KeyValue<byte[], byte[]>> entries) {
        forgetChanges();
        open().write(batch -> {
            for (KeyValue<byte[], byte[]> entry : entries) {
                write(batch, entry.key, entry.value);
            }
        });
    }

    private static void write(WriteBatch batch, byte[] key, byte[] value) throws RocksDBException {
        if (value == null) {
            batch.delete(key);
        } else {
            batch.put(key, value);
        }
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
        ahead = keys.size() < WORTH_TOGETHER
                ? ReadAhead.NOTHING
                : new ReadAhead(
                        keys, open().getAll(keys.stream().map(Bytes::get).toList()));
    }

    /** As {@link #get}, with what was read ahead; for the thread that changes the store. */
    byte[] getAhead(Bytes key) {
        byte[] change = change(key);
        if (change != null) {
            return change;
        }
        return ahead.moveTo(key) ? ahead.value() : open().get(key.get());
    }

    @Override
    public byte[] get(Bytes key) {
        byte[] held = unwritten.find(key);
        byte[] change = held != null ? held : change(key);
        return change != null ? change : open().get(key.get());
    }

    private synchronized byte[] change(Bytes key) {
        return lastChange != null && lastChange.key.equals(key) ? lastChange.value : changes.get(key);
    }

    synchronized void put(Bytes key, byte[] value) {
        changes.put(key, value);
    }

    /** Written after all other changes of the commit. */
    synchronized void putLast(Bytes key, byte[] value) {
        lastChange = KeyValue.pair(key, value);
    }

    synchronized int changeCount() {
        return changes.size();
    }

    /** A reader finds each change here or, once it is gone from here, in RocksDB. */
    @Override
    void writeChanges() {
        unwritten.settle();
        writeTable();
        changes.forEach(this::log);
        if (lastChange != null) {
            log(lastChange.key, lastChange.value);
        }
        forgetChanges();
    }

    private void writeTable() {
        if (changes.isEmpty() && lastChange == null) {
            return;
        }
        open().write(batch -> {
            for (Map.Entry<Bytes, byte[]> change : changes.entrySet()) {
                write(batch, change.getKey().get(), change.getValue());
            }
            if (lastChange != null) {
                write(batch, lastChange.key.get(), lastChange.value);
            }
        });
    }

    @Override
    synchronized void forgetChanges() {
        changes.clear();
        lastChange = null;
        ahead = ReadAhead.NOTHING;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        // In this order: what is written in between is then in RocksDB too.
        NavigableMap<Bytes, byte[]> changed = changes(from, to);
        return new MergedEntries(changed, open().iterate(), from, to);
    }

    private synchronized NavigableMap<Bytes, byte[]> changes(Bytes from, Bytes to) {
        NavigableMap<Bytes, byte[]> found = new TreeMap<>();
        changes.forEach((key, value) -> {
            if ((from == null || key.compareTo(from) >= 0) && (to == null || key.compareTo(to) <= 0)) {
                found.put(key, value);
            }
        });
        return found;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return open().estimatedSize();
    }

    private RocksTable open() {
        RocksTable opened = table;
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
        RocksTable opened = table;
        table = null;
        if (opened != null) {
            opened.close();
        }
    }
}
