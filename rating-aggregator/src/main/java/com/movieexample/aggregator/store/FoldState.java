package com.movieexample.aggregator.store;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.rules.RatingVersion;
import java.util.Optional;

/**
 * What the fold of one partition remembers. All of it changes in one transaction with the fold's progress in the
 * log. Used by one thread.
 */
public interface FoldState {
    /** The last version of a user's rating, live or deleted. */
    Optional<RatingVersion> rating(byte[] recordKey, String userId);

    void putRating(byte[] recordKey, String userId, RatingVersion version);

    /** Empty for a record of which no event was folded. */
    Optional<RatingAggregate> aggregate(byte[] recordKey);

    void putAggregate(byte[] recordKey, RatingAggregate aggregate);

    /** At offset 0 with an empty digest before the first event. */
    Watermark watermark();

    void putWatermark(Watermark watermark);

    /** Keeps a watermark for later comparison, in the place of one long past. */
    void putCheckpoint(Watermark checkpoint);
}
