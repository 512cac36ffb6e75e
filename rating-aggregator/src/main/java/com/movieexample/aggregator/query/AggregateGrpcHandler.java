package com.movieexample.aggregator.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.topics.RecordKey;
import io.grpc.stub.StreamObserver;

/** gRPC {@code AggregateService} over this instance's store. */
public final class AggregateGrpcHandler extends AggregateServiceGrpc.AggregateServiceImplBase {
    private static final int MAX_KEYS = 100;

    private final AggregateRepository aggregates;

    public AggregateGrpcHandler(AggregateRepository aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        int keys = request.getRecordKeysCount();
        if (keys == 0 || keys > MAX_KEYS) {
            throw new InvalidInputException("recordKeys", Integer.toString(keys), "1 to " + MAX_KEYS + " keys");
        }
        GetAggregatesResponse.Builder response = GetAggregatesResponse.newBuilder();
        request.getRecordKeysList().stream()
                .map(RecordKey::parse)
                .map(aggregates::find)
                .forEach(response::addAggregates);
        Answers.one(answer, response.build());
    }
}
