package com.movieexample.aggregator.store;

import com.movieexample.topics.view.RocksMemory;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/** Puts every store of the application on one shared memory; Kafka Streams makes it by name for each store. */
public final class BoundedRocks implements RocksDBConfigSetter {
    private static final String MEMORY = "marquee.rocks.memory";

    /** Makes the stores of an application use {@code memory}, which its owner closes after the application. */
    public static void share(Properties properties, RocksMemory memory) {
        properties.put(MEMORY, memory);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
    }

    /** What the stores of an application share; its configuration as Kafka Streams hands it on. */
    public static RocksMemory memory(Map<String, Object> configs) {
        return (RocksMemory) configs.get(MEMORY);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        RocksMemory memory = memory(configs);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setArenaBlockSize(RocksMemory.MEMTABLE_BLOCK_BYTES);
    }

    /** The memory is not this store's to free. */
    @Override
    public void close(String storeName, Options options) {}
}
