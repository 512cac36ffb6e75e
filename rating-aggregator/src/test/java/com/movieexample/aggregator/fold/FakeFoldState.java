package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.FoldState;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fold's state in plain maps. */
final class FakeFoldState implements FoldState {
    final Map<String, RatingVersion> ratings = new HashMap<>();
    final Map<String, RatingAggregate> aggregates = new HashMap<>();
    final Map<Long, Long> digestsByCheckpoint = new TreeMap<>();
    private Watermark watermark;

    /** The fold has come to an offset, and no aggregate is there. */
    FakeFoldState(long nextOffset) {
        watermark = Watermark.newBuilder().setNextOffset(nextOffset).build();
    }

    private FakeFoldState(FakeFoldState other) {
        ratings.putAll(other.ratings);
        aggregates.putAll(other.aggregates);
        digestsByCheckpoint.putAll(other.digestsByCheckpoint);
        watermark = other.watermark;
    }

    FakeFoldState copy() {
        return new FakeFoldState(this);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<RatingVersion> rating(byte[] recordKey, String userId) {
        return Optional.ofNullable(ratings.get(text(recordKey) + " by " + userId));
    }

    @Override
    public void putRating(byte[] recordKey, String userId, RatingVersion version) {
        ratings.put(text(recordKey) + " by " + userId, version);
    }

    @Override
    public Optional<RatingAggregate> aggregate(byte[] recordKey) {
        return Optional.ofNullable(aggregates.get(text(recordKey)));
    }

    @Override
    public void putAggregate(byte[] recordKey, RatingAggregate aggregate) {
        aggregates.put(text(recordKey), aggregate);
    }

    @Override
    public Watermark watermark() {
        return watermark;
    }

    @Override
    public void putWatermark(Watermark next) {
        watermark = next;
    }

    @Override
    public void putCheckpoint(Watermark checkpoint) {
        digestsByCheckpoint.put(checkpoint.getNextOffset(), checkpoint.getDigest());
    }
}
