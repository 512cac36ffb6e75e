package com.movieexample.aggregator.store.batched;

import static com.movieexample.aggregator.store.batched.FakeStoreContext.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

class SerializedBatchTest {
    @BeforeAll
    static void load() {
        RocksDB.loadLibrary();
    }

    /** The form is RocksDB's own affair: should it ever change, this says so. */
    @Test
    void isWhatRocksDbMakesOfTheSamePuts() throws RocksDBException {
        List<Map.Entry<Bytes, byte[]>> entries = List.of(
                Map.entry(bytes("a"), bytes("1").get()),
                Map.entry(bytes("longer than a byte can count " + "x".repeat(300)), new byte[20_000]),
                Map.entry(bytes("empty"), new byte[0]));
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Bytes, byte[]> entry : entries) {
                batch.put(entry.getKey().get(), entry.getValue());
            }

            assertThat(SerializedBatch.of(entries)).isEqualTo(batch.data());
        }
    }

    @Test
    void ofNothingIsEmptyToo() throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            assertThat(SerializedBatch.of(List.of())).isEqualTo(batch.data());
        }
    }
}
