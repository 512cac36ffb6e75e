package com.movieexample.ingester;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceBlockingStub;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.RecordKey;
import io.grpc.Channel;
import java.util.concurrent.TimeUnit;

/** Asks a rating-aggregator. Does not own its channel; thread-safe. */
final class AggregatorGateway {
    private static final long DEADLINE_MS = 2_000;

    private final AggregateServiceBlockingStub aggregators;

    AggregatorGateway(Channel channel) {
        this.aggregators = AggregateServiceGrpc.newBlockingStub(channel);
    }

    /** The record's aggregate; an empty one if no event of the record was ever folded. */
    RatingAggregate aggregate(RecordKey record) {
        GetAggregatesRequest request = GetAggregatesRequest.newBuilder()
                .addRecordKeys(record.toString())
                .build();
        return aggregators
                .withDeadlineAfter(DEADLINE_MS, TimeUnit.MILLISECONDS)
                .getAggregates(request)
                .getAggregates(0)
                .getAggregate();
    }
}
