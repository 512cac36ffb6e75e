package com.movieexample.aggregator.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * Sorts by key, as RocksDB does. Keys mostly begin alike ({@code movie/}), and lie all over the heap: so the eight bytes
 * that follow the common beginning are held beside each item, and decide most comparisons without a look at the key.
 */
public final class KeyOrder {
    private KeyOrder() {}

    /** A new list; items with equal keys stay in their order. */
    public static <T> List<T> sorted(Collection<T> items, Function<T, Bytes> keyOf) {
        List<Keyed<T>> keyed = new ArrayList<>(items.size());
        int common = commonBeginning(items, keyOf);
        for (T item : items) {
            Bytes key = keyOf.apply(item);
            keyed.add(new Keyed<>(abbreviation(key.get(), common), key, item));
        }
        keyed.sort(Comparator.naturalOrder());
        List<T> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(entry -> sorted.add(entry.item));
        return sorted;
    }

    private static <T> int commonBeginning(Collection<T> items, Function<T, Bytes> keyOf) {
        byte[] first = null;
        int common = 0;
        for (T item : items) {
            byte[] key = keyOf.apply(item).get();
            if (first == null) {
                first = key;
                common = key.length;
            }
            int differs = Arrays.mismatch(first, 0, common, key, 0, Math.min(common, key.length));
            common = differs < 0 ? common : differs;
        }
        return common;
    }

    private static long abbreviation(byte[] key, int from) {
        if (key.length - from >= Long.BYTES) {
            return ByteBuffer.wrap(key).getLong(from);
        }
        return ByteBuffer.allocate(Long.BYTES).put(key, from, key.length - from).getLong(0);
    }

    private record Keyed<T>(long abbreviation, Bytes key, T item) implements Comparable<Keyed<T>> {
        @Override
        public int compareTo(Keyed<T> other) {
            int order = Long.compareUnsigned(abbreviation, other.abbreviation);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }
}
