package com.movieexample.launcher.topics;

import java.util.OptionalLong;

/**
 * What one partition of a topic holds.
 *
 * @param first the offset at which it begins
 * @param end the stable end: every offset below it is decided, so that readers of committed records come up to it
 * @param bytes on the disk of its leader; empty where that may not be known
 */
record PartitionFigures(int partition, long first, long end, OptionalLong bytes) {
    /** At most so many records: offsets also go to markers of transactions, and compaction leaves gaps. */
    long offsets() {
        return end - first;
    }
}
