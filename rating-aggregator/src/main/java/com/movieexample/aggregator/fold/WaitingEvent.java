package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.RatingLayout;
import com.movieexample.topics.rules.Judgement;
import com.movieexample.topics.rules.RatingVersion;
import org.apache.kafka.common.utils.Bytes;

/**
 * A good event on its way into the state.
 *
 * @param record the key of its aggregate
 * @param rating the key of its rating
 */
record WaitingEvent(long offset, Bytes record, Bytes rating, RatingVersion version) {
    static WaitingEvent of(long offset, Judgement.Good good) {
        byte[] record = good.key().bytes();
        Bytes rating = RatingLayout.key(record, good.event().getUserId());
        return new WaitingEvent(offset, Bytes.wrap(record), rating, good.version());
    }
}
