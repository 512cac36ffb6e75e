package com.movieexample.topics.explain;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The version that stands of each rating of many records, in 28 bytes a slot. A rating is known by 128 bits of a hash
 * that is another in each process, so that nobody can make two ratings that are taken for one. Open addressing with
 * linear probing; nothing is taken out. Not thread-safe.
 */
final class StandingVersions {
    private static final HashFunction HASH = Hashing.goodFastHash(128);
    private static final int FIRST_SLOTS = 1 << 10;
    /** Ids hold no control characters, so it ends one. */
    private static final char END = '\0';

    private static final int TAKEN = 1;
    private static final int LIVE = 2;
    private static final int EXPLICIT = 4;
    private static final int VALUE_SHIFT = 3;

    private long[] high = new long[FIRST_SLOTS];
    private long[] low = new long[FIRST_SLOTS];
    private long[] times = new long[FIRST_SLOTS];
    /** What else there is of a version; 0 in a slot that is free. */
    private int[] rest = new int[FIRST_SLOTS];

    private int size;

    /** What a rating is known by. */
    record Key(long high, long low) {
        static Key of(RecordKey record, String userId) {
            HashCode hash = HASH.newHasher()
                    .putUnencodedChars(record.type())
                    .putChar(END)
                    .putUnencodedChars(record.id())
                    .putChar(END)
                    .putUnencodedChars(userId)
                    .hash();
            ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes());
            return new Key(bytes.getLong(), bytes.getLong());
        }
    }

    /** How many ratings there are. */
    int size() {
        return size;
    }

    Optional<RatingVersion> get(Key key) {
        int slot = slot(key);
        return rest[slot] == 0 ? Optional.empty() : Optional.of(version(slot));
    }

    void put(Key key, RatingVersion version) {
        int slot = slot(key);
        if (rest[slot] == 0) {
            size++;
        }
        high[slot] = key.high();
        low[slot] = key.low();
        times[slot] = version.time();
        rest[slot] = TAKEN
                | (version.live() ? LIVE : 0)
                | (version.explicit() ? EXPLICIT : 0)
                | version.value() << VALUE_SHIFT;
        if (size > rest.length / 3 * 2) {
            grow();
        }
    }

    private RatingVersion version(int slot) {
        return new RatingVersion(
                times[slot], (rest[slot] & EXPLICIT) != 0, (rest[slot] & LIVE) != 0, rest[slot] >>> VALUE_SHIFT);
    }

    /** Where the rating is, or is to be put. */
    private int slot(Key key) {
        int slot = (int) key.low() & rest.length - 1;
        while (rest[slot] != 0 && (high[slot] != key.high() || low[slot] != key.low())) {
            slot = slot + 1 & rest.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldTimes = times;
        int[] oldRest = rest;
        int slots = Math.multiplyExact(oldRest.length, 2);
        high = new long[slots];
        low = new long[slots];
        times = new long[slots];
        rest = new int[slots];
        for (int i = 0; i < oldRest.length; i++) {
            if (oldRest[i] != 0) {
                int slot = slot(new Key(oldHigh[i], oldLow[i]));
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                times[slot] = oldTimes[i];
                rest[slot] = oldRest[i];
            }
        }
    }
}
