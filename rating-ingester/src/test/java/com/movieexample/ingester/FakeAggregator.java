package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.ListUserRatingsRequest;
import com.movieexample.api.v1.ListUserRatingsResponse;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.api.v1.UserRating;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.grpc.Answers;
import com.movieexample.runtime.grpc.GrpcServer;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.runtime.positions.PositionInterceptor;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Answers for a rating-aggregator from maps, as of {@code ratings/1:9} of a log that ends at 12; of records that begin
 * with {@code movie/lost} it knows nothing now, and {@code ratings/1:99} is beyond its log.
 */
final class FakeAggregator extends AggregateServiceGrpc.AggregateServiceImplBase implements AutoCloseable {
    private static final String NAME = "rating-aggregator";
    private static final PartitionReach REACH = PartitionReach.newBuilder()
            .setPartition(1)
            .setNextOffset(10)
            .setLogEnd(12)
            .build();

    private final Map<String, RatingAggregate> aggregates;
    private final Map<String, List<UserRating>> ratings;
    private final GrpcServer server = GrpcServer.builder("127.0.0.1", 0)
            .service(this)
            .interceptor(new PositionInterceptor())
            .build();
    private volatile Positions seen = Positions.NONE;

    private FakeAggregator(Map<String, RatingAggregate> aggregates, Map<String, List<UserRating>> ratings) {
        this.aggregates = aggregates;
        this.ratings = ratings;
    }

    /**
     * @param aggregates by the keys of their records
     * @param ratings of records by their keys, ascending by user
     */
    static FakeAggregator start(
            Map<String, RatingAggregate> aggregates, Map<String, List<UserRating>> ratings, ServiceRegistry registry) {
        FakeAggregator started = new FakeAggregator(aggregates, ratings);
        started.server.start();
        register(registry, started.server.port());
        return started;
    }

    /** Makes others believe that an aggregator listens on a port. */
    static void register(ServiceRegistry registry, int port) {
        registry.register(new ServiceInstance(NAME, NAME + "-1", "127.0.0.1", 0, port, ""));
    }

    int port() {
        return server.port();
    }

    /** The positions that the last call carried. */
    Positions seen() {
        return seen;
    }

    private void noteWhatWasSeen() {
        seen = CallPositions.current().seen();
        if (seen.toString().equals("ratings/1:99")) {
            throw new InvalidInputException(Positions.HEADER, "ratings/1:99", "a position before the log's end, 12");
        }
    }

    @Override
    public void getAggregates(GetAggregatesRequest request, StreamObserver<GetAggregatesResponse> answer) {
        noteWhatWasSeen();
        GetAggregatesResponse.Builder response = GetAggregatesResponse.newBuilder();
        request.getRecordKeysList().forEach(key -> response.addAggregates(find(key)));
        Answers.one(answer, response.build());
    }

    private RecordAggregate find(String key) {
        requireHere(key);
        RecordAggregate.Builder answer =
                RecordAggregate.newBuilder().setRecordKey(key).setReach(REACH);
        if (aggregates.containsKey(key)) {
            answer.setAggregate(aggregates.get(key));
        }
        return answer.build();
    }

    private static void requireHere(String key) {
        if (key.startsWith("movie/lost")) {
            throw ServiceException.unavailable("partition 1 is not available on this instance", Duration.ofSeconds(3));
        }
    }

    @Override
    public void getUserRating(GetUserRatingRequest request, StreamObserver<GetUserRatingResponse> answer) {
        noteWhatWasSeen();
        requireHere(request.getRecordKey());
        GetUserRatingResponse.Builder response =
                GetUserRatingResponse.newBuilder().setReach(REACH);
        ratings.getOrDefault(request.getRecordKey(), List.of()).stream()
                .filter(rating -> rating.getUserId().equals(request.getUserId()))
                .forEach(response::setRating);
        Answers.one(answer, response.build());
    }

    @Override
    public void listUserRatings(ListUserRatingsRequest request, StreamObserver<ListUserRatingsResponse> answer) {
        noteWhatWasSeen();
        requireHere(request.getRecordKey());
        List<UserRating> all = ratings.getOrDefault(request.getRecordKey(), List.of());
        List<String> users = all.stream().map(UserRating::getUserId).toList();
        int from = users.indexOf(request.getAfterUserId()) + 1;
        int to = Math.min(from + request.getPageSize(), all.size());
        Answers.one(
                answer,
                ListUserRatingsResponse.newBuilder()
                        .addAllRatings(all.subList(from, to))
                        .setNextAfterUserId(to < all.size() ? users.get(to - 1) : "")
                        .setReach(REACH)
                        .build());
    }

    @Override
    public void close() {
        server.close();
    }
}
