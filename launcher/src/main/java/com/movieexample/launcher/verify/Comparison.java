package com.movieexample.launcher.verify;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Partitioning;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what is served, record by record, with what the log comes to. Not thread-safe. */
final class Comparison {
    private final int partitions;
    private final Map<String, FoldedRecord> notServedYet;
    private final long[] foldedDigests;
    private final Differences differences = new Differences();
    private long records;
    private long ratings;

    Comparison(Map<String, FoldedRecord> folded, int partitions) {
        this.notServedYet = new HashMap<>(folded);
        this.partitions = partitions;
        this.foldedDigests = new long[partitions];
    }

    /** Takes a record that is served; each once, in any order. */
    void served(String key, RatingAggregate served) {
        FoldedRecord record = notServedYet.remove(key);
        if (record == null) {
            differences.add("%s is served with count %d; the log has no event of it".formatted(key, served.getCount()));
            return;
        }
        RatingAggregate folded = fold(key, record);
        if (!served.equals(folded)) {
            differences.add(key + ": " + differingFields(served, folded));
        }
    }

    /** Notes the records of the log that were not served. */
    void allServed() {
        // In the order of the keys, so that two runs report the same.
        new TreeMap<>(notServedYet).forEach((key, record) -> {
            RatingAggregate folded = fold(key, record);
            differences.add("%s is not served; by the log its count is %d".formatted(key, folded.getCount()));
        });
        notServedYet.clear();
    }

    /** Takes a partition's digest as it is served; after all records. */
    void servedDigest(int partition, long served) {
        if (served != foldedDigests[partition]) {
            differences.add("digest of partition %d: served %016x, by the log %016x"
                    .formatted(partition, served, foldedDigests[partition]));
        }
    }

    private RatingAggregate fold(String key, FoldedRecord record) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        RatingAggregate folded = record.toMessage();
        foldedDigests[Partitioning.partitionOf(bytes, partitions)] += AggregateDigest.of(bytes, folded);
        records++;
        ratings += folded.getCount();
        return folded;
    }

    private static String differingFields(RatingAggregate served, RatingAggregate folded) {
        String fields = RatingAggregate.getDescriptor().getFields().stream()
                .filter(field -> !Objects.equals(served.getField(field), folded.getField(field)))
                .map(field -> describe(field, served, folded))
                .collect(Collectors.joining("; "));
        return fields.isEmpty() ? "is served with fields that this version does not know" : fields;
    }

    private static String describe(FieldDescriptor field, RatingAggregate served, RatingAggregate folded) {
        return "%s is served as %s, by the log it is %s"
                .formatted(field.getJsonName(), served.getField(field), folded.getField(field));
    }

    Differences differences() {
        return differences;
    }

    /** The digest of a partition by the log; known once all is served. */
    long foldedDigest(int partition) {
        return foldedDigests[partition];
    }

    /** How many records the log has. */
    long records() {
        return records;
    }

    /** How many live ratings they have. */
    long ratings() {
        return ratings;
    }
}
