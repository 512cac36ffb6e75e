package com.movieexample.bench.solution;

import com.movieexample.bench.workload.WorkloadEvent;

/** An event's place in the total order of events that carry their time, as one number: the greater one stands. */
final class Version {
    /** Below that of every event. */
    static final long NONE = 0;

    private static final int VALUE_BITS = 10;
    private static final int DELETED = 1 << VALUE_BITS;

    private Version() {}

    /** By time; at the same time a delete beats a rating, and the higher rating the lower. */
    static long of(WorkloadEvent event) {
        return (event.ratedAt() << (VALUE_BITS + 1)) | (event.isDelete() ? DELETED : event.value());
    }

    static boolean isLive(long version) {
        return version != NONE && (version & DELETED) == 0;
    }

    /** Of a live one, in hundredths. */
    static int value(long version) {
        return (int) (version & (DELETED - 1));
    }
}
