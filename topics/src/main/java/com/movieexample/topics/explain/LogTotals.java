package com.movieexample.topics.explain;

import java.util.Map;

/**
 * What became of all events of the log.
 *
 * @param events how many were read
 * @param ofRecords how many of each category the explanations of all records have
 * @param ofNone how many none has: bad ones that name no record, and what is on another partition than its record's
 */
public record LogTotals(long events, Map<Category, Long> ofRecords, Map<Category, Long> ofNone) {
    public LogTotals {
        ofRecords = Map.copyOf(ofRecords);
        ofNone = Map.copyOf(ofNone);
    }

    /** All categories together; that they are all events is what makes an explanation one. */
    public long sum() {
        return sum(ofRecords) + sum(ofNone);
    }

    public static long sum(Map<Category, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
