package com.movieexample.topics;

import com.google.common.hash.Hashing;
import com.movieexample.api.v1.RatingAggregate;
import java.nio.ByteBuffer;

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
        int values = aggregate.getHistogramValuesCount();
        int days = aggregate.getDailyCountsCount();
        int size = Integer.BYTES * (3 + values) + key.length + Long.BYTES * (3 + values + days);
        ByteBuffer bytes = ByteBuffer.allocate(size)
                .putInt(key.length)
                .put(key)
                .putLong(aggregate.getCount())
                .putLong(aggregate.getSum())
                .putLong(aggregate.getLatestEventTime())
                .putInt(values);
        for (int i = 0; i < values; i++) {
            bytes.putInt(aggregate.getHistogramValues(i)).putLong(aggregate.getHistogramCounts(i));
        }
        bytes.putInt(days);
        for (int i = 0; i < days; i++) {
            bytes.putLong(aggregate.getDailyCounts(i));
        }
        return Hashing.farmHashFingerprint64()
                .hashBytes(bytes.array(), 0, bytes.position())
                .asLong();
    }
}
