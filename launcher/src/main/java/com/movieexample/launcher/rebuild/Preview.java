package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.DumpedAggregate;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.Partitioning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What readers would see change, record by record. Of a record that was rated between the two copies nothing is said: it
 * would look like a change. Not thread-safe.
 */
final class Preview {
    /** How many changes are kept to be shown. */
    static final int SHOWN = 10;

    private final Map<String, RatingAggregate> before = new HashMap<>();
    private final Map<Integer, Long> reachedBefore = new HashMap<>();
    private final int partitions;
    private final PriorityQueue<Change> largest = new PriorityQueue<>(Change.SMALLEST_FIRST);
    private long records;
    private long changed;

    /** How one record changes. */
    record Change(String record, RatingAggregate before, RatingAggregate after) {
        static final Comparator<Change> SMALLEST_FIRST =
                Comparator.comparingLong(Change::size).thenComparing(Change::record, Comparator.reverseOrder());

        /** Ratings that come or go, and values that move. */
        long size() {
            return Math.abs(after.getCount() - before.getCount()) * 1_000 + Math.abs(after.getSum() - before.getSum());
        }
    }

    private Preview(int partitions) {
        this.partitions = partitions;
    }

    /** Compares all of two copies. */
    static Preview of(ViewCopies copies, int live, int next, int partitions) {
        Preview preview = new Preview(partitions);
        copies.dump(live).forEach(preview::before);
        Map<Integer, Long> reached = new HashMap<>();
        copies.dump(next).forEach(piece -> preview.after(piece, reached));
        preview.gone(reached);
        return preview;
    }

    private void before(DumpRatingsViewResponse piece) {
        note(piece, reachedBefore);
        piece.getAggregatesList().forEach(dumped -> before.put(dumped.getRecordKey(), dumped.getAggregate()));
    }

    private static void note(DumpRatingsViewResponse piece, Map<Integer, Long> reached) {
        for (Map.Entry<Integer, Watermark> watermark : piece.getWatermarksMap().entrySet()) {
            reached.put(watermark.getKey(), watermark.getValue().getNextOffset());
        }
    }

    private void after(DumpRatingsViewResponse piece, Map<Integer, Long> reached) {
        note(piece, reached);
        for (DumpedAggregate dumped : piece.getAggregatesList()) {
            records++;
            RatingAggregate earlier = before.remove(dumped.getRecordKey());
            compare(
                    dumped.getRecordKey(),
                    earlier == null ? RatingAggregate.getDefaultInstance() : earlier,
                    dumped.getAggregate(),
                    reached);
        }
    }

    /** What only the live one has. */
    private void gone(Map<Integer, Long> reached) {
        before.forEach(
                (record, aggregate) -> compare(record, aggregate, RatingAggregate.getDefaultInstance(), reached));
        before.clear();
    }

    private void compare(String record, RatingAggregate earlier, RatingAggregate later, Map<Integer, Long> reached) {
        if (earlier.equals(later) || hasMoved(record, earlier, later, reached)) {
            return;
        }
        changed++;
        largest.add(new Change(record, earlier, later));
        if (largest.size() > SHOWN) {
            largest.poll();
        }
    }

    /** Whether an event of the record lies between what the one copy includes and what the other one does. */
    private boolean hasMoved(
            String record, RatingAggregate earlier, RatingAggregate later, Map<Integer, Long> reached) {
        int partition = Partitioning.partitionOf(record.getBytes(StandardCharsets.UTF_8), partitions);
        long both =
                Math.min(reachedBefore.getOrDefault(partition, 0L), reached.getOrDefault(partition, Long.MAX_VALUE));
        return Math.max(earlier.getLastChangeOffset(), later.getLastChangeOffset()) >= both;
    }

    /** How many records the generation has. */
    long records() {
        return records;
    }

    long changed() {
        return changed;
    }

    /** The largest changes, the largest first. */
    List<Change> largest() {
        List<Change> sorted = new ArrayList<>(largest);
        sorted.sort(Change.SMALLEST_FIRST.reversed());
        return sorted;
    }
}
