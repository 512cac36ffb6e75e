package com.movieexample.aggregator.store.batched;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;

/**
 * The puts of a write batch in RocksDB's own form, made on the heap: a call into native code for each put costs more
 * than the put. The form is that of RocksDB's log: sequence number (8 bytes, not set), count (4 bytes), and for each put
 * its kind and key and value, each with its length before it; little-endian.
 */
final class SerializedBatch {
    private static final int HEADER_BYTES = 12;
    private static final int COUNT_AT = 8;
    private static final byte PUT = 1;

    private SerializedBatch() {}

    static byte[] of(List<Map.Entry<Bytes, byte[]>> entries) {
        int size = HEADER_BYTES;
        for (Map.Entry<Bytes, byte[]> entry : entries) {
            size += 1 + sizeOf(entry.getKey().get()) + sizeOf(entry.getValue());
        }
        ByteBuffer batch = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        batch.putInt(COUNT_AT, entries.size()).position(HEADER_BYTES);
        for (Map.Entry<Bytes, byte[]> entry : entries) {
            batch.put(PUT);
            write(entry.getKey().get(), batch);
            write(entry.getValue(), batch);
        }
        return batch.array();
    }

    private static int sizeOf(byte[] bytes) {
        return ByteUtils.sizeOfUnsignedVarint(bytes.length) + bytes.length;
    }

    private static void write(byte[] bytes, ByteBuffer batch) {
        ByteUtils.writeUnsignedVarint(bytes.length, batch);
        batch.put(bytes);
    }
}
