package com.movieexample.topics.view;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory of all RocksDB stores that share it, bounded as one: blocks read, filters, indexes and memtables
 * all count against the cache. Owned by the process; closed after the stores. Thread-safe.
 */
public final class RocksMemory implements AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    /**
     * What a memtable takes at a time. RocksDB's own choice is 1 MiB: that of many stores alone would be over the
     * bound, and each write to one of them flush it.
     */
    public static final long MEMTABLE_BLOCK_BYTES = 64 << 10;

    /** Memtables may take this part of the whole; the rest is for reading. */
    private static final double WRITE_BUFFERS = 0.4;

    /**
     * Filters and indexes may take this part of the cache without giving way to data. Without it much data pushes them
     * out, and look-ups read them anew.
     */
    private static final double FILTERS_AND_INDEXES = 0.5;

    /** Chosen by RocksDB. */
    private static final int SHARD_BITS = -1;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    public RocksMemory(long bytes) {
        this.cache = new LRUCache(bytes, SHARD_BITS, false, FILTERS_AND_INDEXES);
        this.writeBuffers = new WriteBufferManager((long) (bytes * WRITE_BUFFERS), cache);
    }

    public Cache cache() {
        return cache;
    }

    public WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
