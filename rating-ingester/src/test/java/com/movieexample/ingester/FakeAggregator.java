package com.movieexample.ingester;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.grpc.GrpcServer;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;

/** Answers for a rating-aggregator from a map; of records that begin with {@code movie/lost} it knows nothing now. */
final class FakeAggregator extends AggregateServiceGrpc.AggregateServiceImplBase implements AutoCloseable {
    private static final String NAME = "rating-aggregator";

    private final Map<String, RatingAggregate> aggregates;
    private final GrpcServer server =
            GrpcServer.builder("127.0.0.1", 0).service(this).build();

    private FakeAggregator(Map<String, RatingAggregate> aggregates) {
        this.aggregates = aggregates;
    }

    /** @param aggregates by the keys of their records */
    static FakeAggregator start(Map<String, RatingAggregate> aggregates, ServiceRegistry registry) {
        FakeAggregator started = new FakeAggregator(aggregates);
        started.server.start();
        register(registry, started.server.port());
        return started;
    }

    /** Makes others believe that an aggregator listens on a port. */
    static void register(ServiceRegistry registry, int port) {
        registry.register(new ServiceInstance(NAME, NAME + "-1", "127.0.0.1", 0, port, ""));
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        GetAggregatesResponse.Builder response = GetAggregatesResponse.newBuilder();
        request.getRecordKeysList().forEach(key -> response.addAggregates(find(key)));
        Answers.one(answer, response.build());
    }

    private RecordAggregate find(String key) {
        if (key.startsWith("movie/lost")) {
            throw ServiceException.unavailable("partition 1 is not available on this instance", Duration.ofSeconds(3));
        }
        RecordAggregate.Builder answer = RecordAggregate.newBuilder().setRecordKey(key);
        if (aggregates.containsKey(key)) {
            answer.setAggregate(aggregates.get(key));
        }
        return answer.build();
    }

    @Override
    public void close() {
        server.close();
    }
}
