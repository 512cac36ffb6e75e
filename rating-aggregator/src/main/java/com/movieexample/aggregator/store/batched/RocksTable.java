package com.movieexample.aggregator.store.batched;

import com.movieexample.topics.view.RocksMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * One RocksDB without a write-ahead log: the changelog is the log. What was written is on disk after {@link #close}.
 * Thread-safe; a closed one throws {@link InvalidStateStoreException} instead of touching freed memory.
 */
final class RocksTable implements AutoCloseable {
    private static final int FILTER_BITS = 10;
    private static final int BLOCK_BYTES = 8 << 10;
    private static final long MEMTABLE_BYTES = 16 << 20;
    private static final int MEMTABLES = 3;

    /** The part of a memtable that its own filter may take: most look-ups are for a rating that is not there. */
    private static final double MEMTABLE_FILTER = 0.05;

    private final ReentrantReadWriteLock openness = new ReentrantReadWriteLock();
    private final List<RocksObject> owned = new ArrayList<>();
    private final String name;
    private final WriteOptions withoutLog;
    private final RocksDB db;

    private RocksTable(String name, Path folder, RocksMemory memory) throws RocksDBException {
        this.name = name;
        this.withoutLog = own(new WriteOptions()).setDisableWAL(true);
        this.db = RocksDB.open(options(memory), folder.toString());
    }

    /** @param memory shared with other tables; not owned */
    static RocksTable open(String name, Path folder, RocksMemory memory) {
        try {
            Files.createDirectories(folder);
            return new RocksTable(name, folder, memory);
        } catch (IOException | RocksDBException e) {
            throw new ProcessorStateException("the store " + name + " can't be opened in " + folder, e);
        }
    }

    private Options options(RocksMemory memory) {
        BlockBasedTableConfig blocks = new BlockBasedTableConfig()
                .setBlockSize(BLOCK_BYTES)
                .setBlockCache(memory.cache())
                .setFilterPolicy(own(new BloomFilter(FILTER_BITS)))
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        return own(new Options())
                .setCreateIfMissing(true)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setIncreaseParallelism(2)
                .setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(blocks)
                .setWriteBufferManager(memory.writeBuffers())
                .setWriteBufferSize(MEMTABLE_BYTES)
                .setMaxWriteBufferNumber(MEMTABLES)
                .setArenaBlockSize(RocksMemory.MEMTABLE_BLOCK_BYTES)
                .setAllowConcurrentMemtableWrite(false)
                .setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER)
                .setMemtableWholeKeyFiltering(true);
    }

    private <T extends RocksObject> T own(T object) {
        owned.add(object);
        return object;
    }

    byte[] get(byte[] key) {
        return whileOpen(() -> db.get(key));
    }

    /**
     * The values in the order of the keys, null for one that is not there.
     *
     * @param keys ascending, so that neighbours are found in the same block
     */
    List<byte[]> getAll(List<byte[]> keys) {
        // RocksDB wants one key at least.
        return keys.isEmpty() ? List.of() : whileOpen(() -> db.multiGetAsList(keys));
    }

    /** Whole or not at all. */
    void putAll(List<Map.Entry<Bytes, byte[]>> entries) {
        whileOpen(() -> {
            try (WriteBatch batch = new WriteBatch(SerializedBatch.of(entries))) {
                db.write(withoutLog, batch);
            }
            return null;
        });
    }

    /** Puts and, where a value is null, deletes; whole or not at all. */
    void apply(Iterable<KeyValue<byte[], byte[]>> changes) {
        whileOpen(() -> {
            try (WriteBatch batch = new WriteBatch()) {
                for (KeyValue<byte[], byte[]> change : changes) {
                    if (change.value == null) {
                        batch.delete(change.key);
                    } else {
                        batch.put(change.key, change.value);
                    }
                }
                db.write(withoutLog, batch);
            }
            return null;
        });
    }

    /** Its owner closes it, in the thread that asked for it; the table can't be closed before. */
    OpenIterator iterate() {
        Lock open = openness.readLock();
        open.lock();
        try {
            requireOpen();
            return new OpenIterator(db.newIterator(), open);
        } catch (RuntimeException e) {
            open.unlock();
            throw e;
        }
    }

    /** An iterator, and the lock that keeps the table open beneath it. */
    record OpenIterator(RocksIterator entries, Lock open) implements AutoCloseable {
        @Override
        public void close() {
            entries.close();
            open.unlock();
        }
    }

    long estimatedSize() {
        return whileOpen(() -> db.getLongProperty("rocksdb.estimate-num-keys"));
    }

    private <T> T whileOpen(RocksCall<T> call) {
        openness.readLock().lock();
        try {
            requireOpen();
            return call.run();
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store " + name + " failed: " + e.getMessage(), e);
        } finally {
            openness.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (!db.isOwningHandle()) {
            throw new InvalidStateStoreException("the store " + name + " is closed");
        }
    }

    @FunctionalInterface
    private interface RocksCall<T> {
        T run() throws RocksDBException;
    }

    /** Waits for reads to end, and until everything is on disk. */
    @Override
    public void close() {
        openness.writeLock().lock();
        try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            if (db.isOwningHandle()) {
                db.flush(wait);
            }
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store " + name + " could not be saved: " + e.getMessage(), e);
        } finally {
            db.close();
            owned.forEach(RocksObject::close);
            openness.writeLock().unlock();
        }
    }
}
