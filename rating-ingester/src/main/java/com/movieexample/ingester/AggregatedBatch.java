package com.movieexample.ingester;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.RecordKey;
import java.util.List;
import java.util.Map;

/**
 * What is known of several records.
 *
 * @param found in the order asked for
 * @param unavailable those of which nobody can say anything now; the answer is partial then
 */
record AggregatedBatch(Map<RecordKey, RatingAggregate> found, List<RecordKey> unavailable) {}
