package com.movieexample.aggregator.store;

import com.movieexample.topics.rules.RatingVersion;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * What the fold of one partition remembers. All of it changes in one transaction with the fold's progress in the
 * log. Used by one thread.
 */
public interface FoldState {
    /** How many events may wait to be folded together; 1 where that would gain nothing. */
    int batchSize();

    /**
     * Has something done before each commit. Where events wait for each other, those that wait are folded then, for
     * Kafka Streams counts them as done.
     */
    void beforeCommit(Runnable foldTheRest);

    /**
     * Says which ratings will be asked for, so that they can be looked up together.
     *
     * @param ratings in the order in which they will be asked for, ascending; some may stand there twice
     */
    void readAhead(List<Bytes> ratings);

    /**
     * The last version of a user's rating, live or deleted.
     *
     * @param rating in the layout of {@link RatingLayout#key}
     */
    Optional<RatingVersion> rating(Bytes rating);

    void putRating(Bytes rating, RatingVersion version);

    /**
     * Moves a record's aggregate by what a rating has become.
     *
     * @param previous null if there was none
     * @param offset of the event that did it
     */
    void moveAggregate(Bytes record, RatingVersion previous, RatingVersion next, long offset);

    /** The first offset that is not included; 0 before the first event. */
    long nextOffset();

    /** All before an offset is included. */
    void include(long nextOffset);

    /**
     * Keeps the watermark at an offset for later comparison, in the place of one long past.
     *
     * @param nextOffset all before it is included, and no event after
     */
    void putCheckpoint(long nextOffset);
}
