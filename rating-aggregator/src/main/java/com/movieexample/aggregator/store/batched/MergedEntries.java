package com.movieexample.aggregator.store.batched;

import java.util.NavigableMap;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.rocksdb.RocksIterator;

/**
 * The entries of a table, with changes that stand in their place or between them; ascending. For one thread, which
 * closes it.
 */
final class MergedEntries implements KeyValueIterator<Bytes, byte[]> {
    private final NavigableMap<Bytes, byte[]> changes;
    private final RocksTable.OpenIterator table;
    private final Bytes to;
    private KeyValue<Bytes, byte[]> next;

    /**
     * @param changes between {@code from} and {@code to}; emptied
     * @param table closed with this
     * @param from null for the first
     * @param to inclusive; null for the last
     */
    MergedEntries(NavigableMap<Bytes, byte[]> changes, RocksTable.OpenIterator table, Bytes from, Bytes to) {
        this.changes = changes;
        this.table = table;
        this.to = to;
        if (from == null) {
            table.entries().seekToFirst();
        } else {
            table.entries().seek(from.get());
        }
        advance();
    }

    private void advance() {
        Bytes stored = stored();
        Bytes changed = changes.isEmpty() ? null : changes.firstKey();
        if (changed == null && stored == null) {
            next = null;
        } else if (changed == null || (stored != null && stored.compareTo(changed) < 0)) {
            next = KeyValue.pair(stored, table.entries().value());
            table.entries().next();
        } else {
            next = KeyValue.pair(changed, changes.remove(changed));
            if (changed.equals(stored)) {
                table.entries().next();
            }
        }
    }

    /** The table's next key; null after the last. */
    private Bytes stored() {
        RocksIterator entries = table.entries();
        Bytes key = entries.isValid() ? Bytes.wrap(entries.key()) : null;
        return key == null || (to != null && key.compareTo(to) > 0) ? null : key;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Bytes peekNextKey() {
        requireNext();
        return next.key;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        requireNext();
        KeyValue<Bytes, byte[]> entry = next;
        advance();
        return entry;
    }

    private void requireNext() {
        if (next == null) {
            throw new NoSuchElementException();
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
