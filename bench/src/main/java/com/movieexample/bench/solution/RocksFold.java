package com.movieexample.bench.solution;

import com.movieexample.bench.workload.MovieRatings;
import com.movieexample.bench.workload.WorkloadEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rocksdb.RocksDBException;

/**
 * The fold without Kafka: batches of 500 events, each with one sorted multi-get and one write batch; aggregates stay on
 * the heap, and the changed ones are written about as often as Kafka Streams would commit. Not thread-safe.
 */
final class RocksFold {
    private static final int BATCH = 500;
    private static final int BATCHES_TO_A_COMMIT = 20;

    private final RocksStore store;
    private final Map<Integer, Histogram> histograms = new HashMap<>();
    private final Map<Integer, int[]> changed = new HashMap<>();
    private int batches;

    /** @param store not owned */
    RocksFold(RocksStore store) {
        this.store = store;
    }

    /** What each movie has after these events. */
    Map<Integer, MovieRatings> add(Events events) throws RocksDBException {
        List<WorkloadEvent> batch = new ArrayList<>(BATCH);
        for (WorkloadEvent event : events) {
            batch.add(event);
            if (batch.size() == BATCH) {
                fold(batch);
                batch.clear();
            }
        }
        fold(batch);
        commit();
        Map<Integer, MovieRatings> ratings = new HashMap<>();
        histograms.forEach((movie, histogram) -> ratings.put(movie, histogram.toRatings()));
        return ratings;
    }

    private void fold(List<WorkloadEvent> batch) throws RocksDBException {
        Map<Long, Long> before = store.versions(keys(batch));
        SortedMap<Long, Long> after = new TreeMap<>();
        for (WorkloadEvent event : batch) {
            long key = key(event);
            long previous = after.getOrDefault(key, before.getOrDefault(key, Version.NONE));
            long next = Version.of(event);
            if (next > previous) {
                after.put(key, next);
                move(event.movie(), previous, next);
            }
        }
        store.putVersions(after);
        if (++batches % BATCHES_TO_A_COMMIT == 0) {
            commit();
        }
    }

    private void move(int movie, long previous, long next) {
        Histogram histogram = histograms.computeIfAbsent(movie, none -> new Histogram());
        histogram.replace(previous, next);
        changed.put(movie, histogram.counts());
    }

    private void commit() throws RocksDBException {
        store.putAggregates(changed);
        changed.clear();
    }

    private static SortedSet<Long> keys(List<WorkloadEvent> batch) {
        SortedSet<Long> keys = new TreeSet<>();
        batch.forEach(event -> keys.add(key(event)));
        return keys;
    }

    /** Numbered from 1, movies and users, so that the order of the numbers is that of their bytes. */
    private static long key(WorkloadEvent event) {
        return ((long) event.movie() << Integer.SIZE) | event.user();
    }
}
