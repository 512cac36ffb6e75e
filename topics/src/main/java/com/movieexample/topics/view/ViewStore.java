package com.movieexample.topics.view;

import com.movieexample.api.ViewUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A view's records and, beside them, the offsets that they reach to: both change in one atomic write, so that a
 * killed process finds them in step. Thread-safe; a closed store throws {@link ViewUnavailableException} instead of
 * touching freed memory.
 */
final class ViewStore implements AutoCloseable {
    private static final byte[] OFFSETS_FAMILY = "offsets".getBytes(StandardCharsets.UTF_8);

    private final ReadWriteLock openness = new ReentrantReadWriteLock();
    private final List<RocksObject> options = new ArrayList<>();
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final WriteOptions writeOptions = new WriteOptions();
    private final RocksDB db;
    private volatile boolean closing;

    /** @param folder exists */
    ViewStore(Path folder, RocksMemory memory) throws RocksDBException {
        BloomFilter filter = owned(new BloomFilter(10));
        ColumnFamilyOptions familyOptions = owned(new ColumnFamilyOptions());
        familyOptions
                .setArenaBlockSize(RocksMemory.MEMTABLE_BLOCK_BYTES)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(memory.cache())
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true)
                        .setFilterPolicy(filter));
        DBOptions dbOptions = owned(new DBOptions())
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(memory.writeBuffers())
                .setKeepLogFileNum(2)
                .setMaxTotalWalSize(64L << 20);
        this.db = RocksDB.open(
                dbOptions,
                folder.toString(),
                List.of(
                        new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions),
                        new ColumnFamilyDescriptor(OFFSETS_FAMILY, familyOptions)),
                families);
    }

    private <T extends RocksObject> T owned(T option) {
        options.add(option);
        return option;
    }

    byte[] get(byte[] key) {
        return whileOpen(() -> db.get(records(), key));
    }

    /** The values in the order of the keys, null for one that is not there. */
    List<byte[]> getAll(List<byte[]> keys) {
        return whileOpen(
                () -> db.multiGetAsList(keys.stream().map(key -> records()).toList(), keys));
    }

    OptionalLong number(String name) {
        byte[] bytes = whileOpen(() -> db.get(offsets(), utf8(name)));
        return bytes == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(bytes).getLong());
    }

    String text(String name) {
        byte[] bytes = whileOpen(() -> db.get(offsets(), utf8(name)));
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    void putText(String name, String value) {
        whileOpen(() -> {
            db.put(offsets(), utf8(name), utf8(value));
            return null;
        });
    }

    void putNumber(String name, long number) {
        write(changes -> changes.putNumber(name, number));
    }

    /** Writes what {@code filling} puts into a batch, whole or not at all. */
    void write(Filling filling) {
        // The batch too is filled while the store can't be closed: it points into the store's memory.
        whileOpen(() -> {
            try (Changes changes = new Changes()) {
                filling.into(changes);
                db.write(writeOptions, changes.batch);
            }
            return null;
        });
    }

    /** The records as of now, for reading at leisure. */
    ViewSnapshot snapshot() {
        return whileOpen(() -> new ViewSnapshot(db, records(), openness.readLock(), () -> closing));
    }

    private ColumnFamilyHandle records() {
        return families.get(0);
    }

    private ColumnFamilyHandle offsets() {
        return families.get(1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T whileOpen(RocksCall<T> call) {
        openness.readLock().lock();
        try {
            if (closing) {
                throw new ViewUnavailableException("the view is closed, or is built again");
            }
            return call.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException("the view's store failed: " + e.getMessage(), e);
        } finally {
            openness.readLock().unlock();
        }
    }

    @FunctionalInterface
    private interface RocksCall<T> {
        T run() throws RocksDBException;
    }

    @Override
    public void close() {
        closing = true;
        openness.writeLock().lock();
        try {
            if (db.isOwningHandle()) {
                families.forEach(ColumnFamilyHandle::close);
                db.close();
                writeOptions.close();
                options.forEach(RocksObject::close);
            }
        } finally {
            openness.writeLock().unlock();
        }
    }

    /** Says what a batch is to hold. */
    @FunctionalInterface
    interface Filling {
        void into(Changes changes) throws RocksDBException;
    }

    /** Changes that are written together. */
    final class Changes implements AutoCloseable {
        private final WriteBatch batch = new WriteBatch();

        private Changes() {}

        void put(byte[] key, byte[] value) throws RocksDBException {
            batch.put(records(), key, value);
        }

        void delete(byte[] key) throws RocksDBException {
            batch.delete(records(), key);
        }

        void putNumber(String name, long number) throws RocksDBException {
            batch.put(
                    offsets(),
                    utf8(name),
                    ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
