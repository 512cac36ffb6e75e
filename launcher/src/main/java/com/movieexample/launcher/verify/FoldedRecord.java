package com.movieexample.launcher.verify;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.rules.RatingVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * All that was said of one record: the version of each user's rating that stands. The aggregate is worked out from
 * these versions each time that it is asked for, never moved by a difference; only its fingerprint at checkpoints comes
 * from running tallies. Not thread-safe.
 */
final class FoldedRecord {
    static final int DAYS = 30;

    // Most records have few ratings, and there may be a million records.
    private final Map<String, RatingVersion> standing = new HashMap<>(2);
    private final RunningTallies tallies = new RunningTallies();
    private long latestEventTime = Long.MIN_VALUE;
    private long lastChangeOffset;
    private long fingerprint;

    /** Takes a good event; false if what the user said before stands. */
    boolean add(String userId, RatingVersion version, long offset) {
        latestEventTime = Math.max(latestEventTime, version.time());
        RatingVersion previous = standing.get(userId);
        if (previous != null && !version.supersedes(previous)) {
            return false;
        }
        standing.put(userId, version);
        tallies.replace(previous, version);
        lastChangeOffset = offset;
        return true;
    }

    /** How many ratings count, deleted ones left out. */
    long liveRatings() {
        return standing.values().stream().filter(RatingVersion::live).count();
    }

    /** Works its part of the partition's digest out anew, and tells by how much that has moved since the last time. */
    long moveFingerprint(byte[] key) {
        long before = fingerprint;
        fingerprint = AggregateDigest.of(key, tallies.toMessage(latestEventTime));
        return fingerprint - before;
    }

    RatingAggregate toMessage() {
        TreeMap<Integer, Long> histogram = new TreeMap<>();
        TreeMap<Long, Long> days = new TreeMap<>();
        long sum = 0;
        for (RatingVersion version : standing.values()) {
            if (version.live()) {
                sum += version.value();
                histogram.merge(version.value(), 1L, Long::sum);
                days.merge(dayOf(version.time()), 1L, Long::sum);
            }
        }
        RatingAggregate.Builder message = RatingAggregate.newBuilder()
                .setCount(histogram.values().stream().mapToLong(Long::longValue).sum())
                .setSum(sum)
                .addAllHistogramValues(histogram.keySet())
                .addAllHistogramCounts(histogram.values())
                .setLatestEventTime(latestEventTime)
                .setLastChangeOffset(lastChangeOffset);
        return message.addAllDailyCounts(dailyCounts(days)).build();
    }

    /** Back from the last day to the oldest one of the window that has any. */
    private List<Long> dailyCounts(NavigableMap<Long, Long> days) {
        long last = dayOf(latestEventTime);
        NavigableMap<Long, Long> inWindow = days.tailMap(last - DAYS, false);
        if (inWindow.isEmpty()) {
            return List.of();
        }
        return LongStream.rangeClosed(0, last - inWindow.firstKey())
                .mapToObj(age -> inWindow.getOrDefault(last - age, 0L))
                .toList();
    }

    private static long dayOf(long time) {
        return TimeUnit.MILLISECONDS.toDays(time);
    }
}
