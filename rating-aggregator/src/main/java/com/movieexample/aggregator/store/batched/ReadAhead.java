package com.movieexample.aggregator.store.batched;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** Values that were looked up together, and are now asked for one after the other. Not thread-safe. */
final class ReadAhead {
    static final ReadAhead NOTHING = new ReadAhead(List.of(), List.of());

    private final List<Bytes> keys;
    private final List<byte[]> values;
    private int at;

    /** @param values at the place of its key each, null for one that is not there */
    ReadAhead(List<Bytes> keys, List<byte[]> values) {
        this.keys = keys;
        this.values = values;
    }

    /** Whether a key is here; to be asked in the order of the keys. */
    boolean moveTo(Bytes key) {
        while (at < keys.size() && !keys.get(at).equals(key)) {
            at++;
        }
        return at < keys.size();
    }

    /** Of the key that was moved to. */
    byte[] value() {
        return values.get(at);
    }
}
