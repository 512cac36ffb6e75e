package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.KeyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * A table whose newest entries wait on the heap until they are worth a write: sorted, and each key once however often it
 * has changed. A crash loses what waits, as it loses what RocksDB has not flushed; both are in the changelog. Changed by
 * one thread, read by any: an entry is on the heap or, once it is gone from there, in RocksDB.
 */
final class BufferedTable implements AutoCloseable {
    /** What an entry takes beside the bytes of its key and its value. */
    private static final int ENTRY_BYTES = 150;

    private final RocksTable table;
    private final long limit;

    /** In the order in which they came, of which long stretches are sorted. Guarded by this. */
    private final Map<Bytes, byte[]> waiting = new LinkedHashMap<>();

    private long waitingBytes;

    /**
     * @param table closed with this
     * @param limit how many bytes of heap may wait
     */
    BufferedTable(RocksTable table, long limit) {
        this.table = table;
        this.limit = limit;
    }

    /** Null for an entry that is not there. */
    byte[] get(Bytes key) {
        byte[] value = waiting(key);
        return value != null ? value : table.get(key.get());
    }

    private synchronized byte[] waiting(Bytes key) {
        return waiting.get(key);
    }

    /**
     * The values in the order of the keys, null for one that is not there.
     *
     * @param keys ascending, so that neighbours are found in the same block
     */
    List<byte[]> getAll(List<Bytes> keys) {
        List<byte[]> values = new ArrayList<>(keys.size());
        List<byte[]> elsewhere = new ArrayList<>(keys.size());
        synchronized (this) {
            for (Bytes key : keys) {
                byte[] value = waiting.get(key);
                values.add(value);
                if (value == null) {
                    elsewhere.add(key.get());
                }
            }
        }
        List<byte[]> found = table.getAll(elsewhere);
        if (elsewhere.size() == keys.size()) {
            return found;
        }
        int next = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                values.set(i, found.get(next++));
            }
        }
        return values;
    }

    void putAll(Map<Bytes, byte[]> entries) {
        synchronized (this) {
            entries.forEach(this::put);
        }
        if (waitingBytes > limit) {
            write();
        }
    }

    private void put(Bytes key, byte[] value) {
        byte[] before = waiting.put(key, value);
        waitingBytes += value.length - (before == null ? -key.get().length - ENTRY_BYTES : before.length);
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        table.putAll(KeyOrder.sorted(waiting.entrySet(), Map.Entry::getKey));
        synchronized (this) {
            waiting.clear();
            waitingBytes = 0;
        }
    }

    /** Entries of a changelog, in its order; a null value is a delete. They come in large batches, and don't wait. */
    void restore(Iterable<KeyValue<byte[], byte[]>> entries) {
        write();
        table.apply(entries);
    }

    /**
     * Ascending, as of now; the caller closes it, in the thread that asked for it.
     *
     * @param changes newer entries between {@code from} and {@code to}
     * @param from null for the first
     * @param to inclusive; null for the last
     */
    KeyValueIterator<Bytes, byte[]> range(Map<Bytes, byte[]> changes, Bytes from, Bytes to) {
        // In this order: what is written in between is then in RocksDB too.
        NavigableMap<Bytes, byte[]> newest = waiting(from, to);
        newest.putAll(changes);
        return new MergedEntries(newest, table.iterate(), from, to);
    }

    private synchronized NavigableMap<Bytes, byte[]> waiting(Bytes from, Bytes to) {
        return between(waiting, from, to);
    }

    /** Those of some entries that lie between two keys, as {@link #range} has it. */
    static NavigableMap<Bytes, byte[]> between(Map<Bytes, byte[]> entries, Bytes from, Bytes to) {
        NavigableMap<Bytes, byte[]> found = new TreeMap<>();
        entries.forEach((key, value) -> {
            if ((from == null || key.compareTo(from) >= 0) && (to == null || key.compareTo(to) <= 0)) {
                found.put(key, value);
            }
        });
        return found;
    }

    long estimatedSize() {
        return table.estimatedSize();
    }

    /** Everything is on disk afterwards. Idempotent. */
    @Override
    public void close() {
        try (table) {
            write();
        }
    }
}
