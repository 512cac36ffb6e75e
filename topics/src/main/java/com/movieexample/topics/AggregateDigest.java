package com.movieexample.topics;

import com.google.common.hash.Hashing;
import com.movieexample.api.v1.RatingAggregate;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The fingerprint of one aggregate; the digest of a partition is the sum, modulo 2^64, of its aggregates'
 * fingerprints. A sum does not depend on the order of its parts, and moves by a difference when one part changes.
 * The offset of the last change is left out, so that two builds of the same view have the same digest.
 *
 * <p>The fingerprint is FarmHash's 64-bit one of these big-endian parts: length of the key, key, count, sum,
 * latest event time, number of histogram values, each with its count, number of days, the count of each.
 */
public final class AggregateDigest {
    private AggregateDigest() {}

    /** @param key the record's key as the log holds it */
    public static long of(byte[] key, RatingAggregate aggregate) {
        List<Integer> values = aggregate.getHistogramValuesList();
        List<Long> counts = aggregate.getHistogramCountsList();
        List<Long> days = aggregate.getDailyCountsList();
        int size = Integer.BYTES * (3 + values.size()) + key.length + Long.BYTES * (3 + counts.size() + days.size());
        ByteBuffer bytes = ByteBuffer.allocate(size)
                .putInt(key.length)
                .put(key)
                .putLong(aggregate.getCount())
                .putLong(aggregate.getSum())
                .putLong(aggregate.getLatestEventTime())
                .putInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            bytes.putInt(values.get(i)).putLong(counts.get(i));
        }
        bytes.putInt(days.size());
        days.forEach(bytes::putLong);
        return Hashing.farmHashFingerprint64()
                .hashBytes(bytes.array(), 0, bytes.position())
                .asLong();
    }
}
