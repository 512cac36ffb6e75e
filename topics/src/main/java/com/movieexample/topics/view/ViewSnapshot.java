package com.movieexample.topics.view;

import com.movieexample.api.ViewUnavailableException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** A view's records as of one moment. Holds old data on disk until it is closed. Not thread-safe. */
public final class ViewSnapshot implements AutoCloseable {
    private final RocksDB db;
    private final ColumnFamilyHandle records;
    private final Lock openness;
    private final BooleanSupplier storeIsClosing;
    private final Snapshot snapshot;

    ViewSnapshot(RocksDB db, ColumnFamilyHandle records, Lock openness, BooleanSupplier storeIsClosing) {
        this.db = db;
        this.records = records;
        this.openness = openness;
        this.storeIsClosing = storeIsClosing;
        this.snapshot = db.getSnapshot();
    }

    /**
     * Hands over each key and value, ascending by key.
     *
     * @throws ViewUnavailableException when the view is closed before the end
     */
    public void forEach(BiConsumer<byte[], byte[]> action) {
        openness.lock();
        try (ReadOptions options = new ReadOptions().setSnapshot(snapshot).setFillCache(false)) {
            requireOpen();
            try (RocksIterator iterator = db.newIterator(records, options)) {
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    requireOpen();
                    action.accept(iterator.key(), iterator.value());
                }
                // An iterator that fails looks like one that is at its end.
                iterator.status();
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException("the view's store failed: " + e.getMessage(), e);
        } finally {
            openness.unlock();
        }
    }

    /** The value under a key, if there is one. */
    public Optional<byte[]> get(byte[] key) {
        openness.lock();
        try (ReadOptions options = new ReadOptions().setSnapshot(snapshot)) {
            requireOpen();
            return Optional.ofNullable(db.get(records, options, key));
        } catch (RocksDBException e) {
            throw new IllegalStateException("the view's store failed: " + e.getMessage(), e);
        } finally {
            openness.unlock();
        }
    }

    private void requireOpen() {
        if (storeIsClosing.getAsBoolean()) {
            throw new ViewUnavailableException("the view is closed, or is built again");
        }
    }

    @Override
    public void close() {
        openness.lock();
        try {
            if (!storeIsClosing.getAsBoolean()) {
                db.releaseSnapshot(snapshot);
            }
        } finally {
            openness.unlock();
        }
    }
}
