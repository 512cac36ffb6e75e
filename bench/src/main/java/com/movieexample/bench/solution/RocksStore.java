package com.movieexample.bench.solution;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Versions by movie and user, and aggregates by movie, in RocksDB without its own log, as Kafka Streams uses it. Not thread-safe. */
final class RocksStore implements AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    private static final long CACHE_BYTES = 64L << 20;
    private static final long MEMTABLE_BYTES = 32L << 20;
    private static final int FILTER_BITS = 10;

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(FILTER_BITS);
    private final Options options = new Options();
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB db;

    RocksStore(Path folder) throws RocksDBException {
        options.setCreateIfMissing(true)
                .setWriteBufferSize(MEMTABLE_BYTES)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
        db = RocksDB.open(options, folder.toString());
    }

    /** The versions of those keys that have one. The keys ascend, so that neighbours are found together. */
    Map<Long, Long> versions(SortedSet<Long> keys) throws RocksDBException {
        List<byte[]> found =
                db.multiGetAsList(keys.stream().map(RocksStore::bytes).toList());
        Map<Long, Long> versions = new HashMap<>();
        int place = 0;
        for (Long key : keys) {
            byte[] version = found.get(place++);
            if (version != null) {
                versions.put(key, ByteBuffer.wrap(version).getLong());
            }
        }
        return versions;
    }

    void putVersions(SortedMap<Long, Long> versions) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Long, Long> version : versions.entrySet()) {
                batch.put(bytes(version.getKey()), bytes(version.getValue()));
            }
            db.write(unlogged, batch);
        }
    }

    /** Aggregates have keys of four bytes, versions of eight. */
    void putAggregates(Map<Integer, int[]> aggregates) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Integer, int[]> aggregate : aggregates.entrySet()) {
                ByteBuffer value = ByteBuffer.allocate(aggregate.getValue().length * Integer.BYTES);
                value.asIntBuffer().put(aggregate.getValue());
                batch.put(
                        ByteBuffer.allocate(Integer.BYTES)
                                .putInt(aggregate.getKey())
                                .array(),
                        value.array());
            }
            db.write(unlogged, batch);
        }
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** RocksDB flushes what is only in memory when it is closed. */
    @Override
    public void close() {
        db.close();
        unlogged.close();
        options.close();
        filter.close();
        cache.close();
    }
}
