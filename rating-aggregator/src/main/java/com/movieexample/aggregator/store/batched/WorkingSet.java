package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.Aggregate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * The aggregates in use, decoded. Two maps instead of an order of use: what was not asked for while the younger one
 * filled up is forgotten as a whole. Not thread-safe.
 */
final class WorkingSet {
    /** One aggregate, and what it adds to the digest of its partition as last reckoned. */
    static final class Held {
        final Bytes record;
        final Aggregate aggregate;
        long fingerprint;
        boolean isChanged;

        Held(Bytes record, Aggregate aggregate, long fingerprint) {
            this.record = record;
            this.aggregate = aggregate;
            this.fingerprint = fingerprint;
        }
    }

    private final int limit;
    private Map<Bytes, Held> younger = new HashMap<>();
    private Map<Bytes, Held> older = new HashMap<>();

    /** @param limit how many may be held after {@link #age} */
    WorkingSet(int limit) {
        this.limit = limit;
    }

    /** Null for one that is not held. */
    Held use(Bytes record) {
        Held held = younger.get(record);
        if (held == null) {
            held = older.remove(record);
            if (held != null) {
                younger.put(record, held);
            }
        }
        return held;
    }

    void hold(Held held) {
        younger.put(held.record, held);
    }

    /** As {@link #use}, of those used since the last aging, and leaves no trace of it. */
    Held peek(Bytes record) {
        return younger.get(record);
    }

    /** Forgets some, if there are too many; only when none is changed. */
    void age() {
        if (younger.size() > limit / 2) {
            older = younger;
            younger = new HashMap<>();
        }
    }
}
