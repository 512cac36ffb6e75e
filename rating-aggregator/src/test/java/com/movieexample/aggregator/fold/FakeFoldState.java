package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.Aggregate;
import com.movieexample.aggregator.store.FoldState;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/** A fold's state in plain maps. */
final class FakeFoldState implements FoldState {
    final Map<String, RatingVersion> ratings = new HashMap<>();
    final Map<String, RatingAggregate> aggregates = new HashMap<>();
    final Map<Long, Long> digestsByCheckpoint = new TreeMap<>();
    final Set<String> readAhead = new TreeSet<>();
    int batchSize = 1;
    Runnable commit;
    RuntimeException failure;
    private long nextOffset;
    private long digest;

    /** The fold has come to an offset, and no aggregate is there. */
    FakeFoldState(long nextOffset) {
        this.nextOffset = nextOffset;
    }

    private FakeFoldState(FakeFoldState other) {
        ratings.putAll(other.ratings);
        aggregates.putAll(other.aggregates);
        digestsByCheckpoint.putAll(other.digestsByCheckpoint);
        readAhead.addAll(other.readAhead);
        batchSize = other.batchSize;
        nextOffset = other.nextOffset;
        digest = other.digest;
    }

    FakeFoldState copy() {
        return new FakeFoldState(this);
    }

    private static String text(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public void beforeCommit(Runnable foldTheRest) {
        commit = foldTheRest;
    }

    @Override
    public void readAhead(List<Bytes> keys) {
        keys.forEach(key -> readAhead.add(text(key)));
    }

    @Override
    public Optional<RatingVersion> rating(Bytes rating) {
        return Optional.ofNullable(ratings.get(text(rating)));
    }

    @Override
    public void putRating(Bytes rating, RatingVersion version) {
        ratings.put(text(rating), version);
    }

    @Override
    public void moveAggregate(Bytes record, RatingVersion previous, RatingVersion next, long offset) {
        if (failure != null) {
            throw failure;
        }
        RatingAggregate before = aggregates.get(text(record));
        Aggregate aggregate = before == null ? Aggregate.empty() : Aggregate.of(before);
        aggregate.replace(previous, next, offset);
        RatingAggregate after = aggregate.toMessage();
        aggregates.put(text(record), after);
        digest += AggregateDigest.of(record.get(), after)
                - (before == null ? 0 : AggregateDigest.of(record.get(), before));
    }

    RatingAggregate aggregate(RecordKey record) {
        return aggregates.get(record.toString());
    }

    long digest() {
        return digest;
    }

    @Override
    public long nextOffset() {
        return nextOffset;
    }

    @Override
    public void include(long next) {
        nextOffset = next;
    }

    @Override
    public void putCheckpoint(long offset) {
        digestsByCheckpoint.put(offset, digest);
    }
}
