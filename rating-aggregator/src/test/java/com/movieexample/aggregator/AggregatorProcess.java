package com.movieexample.aggregator;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceBlockingStub;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.Holder;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One instance of the rating-aggregator on free ports, and a client of it alone. */
final class AggregatorProcess implements AutoCloseable {
    static final Duration POSITION_TIMEOUT = Duration.ofSeconds(3);

    private static final String NAME = "rating-aggregator";

    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final RocksMemory memory = new RocksMemory(16 << 20);
    private final GrpcClients clients = new GrpcClients(registry);
    private final ServiceProcess process;

    private AggregatorProcess(MarqueeLog log, StoreKind stores, Path stateDir) {
        ServiceSetup setup = new ServiceSetup(
                NAME,
                "127.0.0.1",
                Optional.empty(),
                "0.1.0",
                new ServiceSetup.Port(0, "--port"),
                new ServiceSetup.Port(0, "--grpc-port"),
                registry,
                Duration.ZERO,
                Exposure.OPEN);
        StreamsConfiguration configuration =
                new StreamsConfiguration(stateDir, stores, 1, 1, 1 << 20, Optional.of((short) 1), Map.of());
        process = RatingAggregator.create(
                log, configuration, memory, new ReadBounds(POSITION_TIMEOUT, MaxLag.NONE), setup);
    }

    /** Returns when it listens; its stores may not be open yet. */
    static AggregatorProcess start(MarqueeLog log, StoreKind stores, Path stateDir) throws Exception {
        AggregatorProcess started = new AggregatorProcess(log, stores, stateDir);
        started.process.start();
        return started;
    }

    /** Holds each answer against the service's OpenAPI document. */
    HttpCaller http() throws IOException, InterruptedException {
        return HttpCaller.documented(process.httpPort());
    }

    Set<String> routes() {
        return process.httpRoutes();
    }

    /** From the partitions that it owns. */
    List<RecordAggregate> get(List<String> keys) {
        return get(keys, Holder.HOLDER_OWNER).getAggregatesList();
    }

    GetAggregatesResponse get(List<String> keys, Holder holder) {
        return AggregateServiceGrpc.newBlockingStub(clients.channel(NAME))
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .getAggregates(GetAggregatesRequest.newBuilder()
                        .addAllRecordKeys(keys)
                        .setHolder(holder)
                        .build());
    }

    AggregateServiceBlockingStub grpc(String... seen) {
        return AggregateServiceGrpc.newBlockingStub(clients.channel(NAME))
                .withInterceptors(CallPositions.carrying(Positions.parse(String.join(",", seen))))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    /** Empty when it does not own the record's partition now. */
    Optional<RecordAggregate> find(String key) {
        try {
            return Optional.of(get(List.of(key)).get(0));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        clients.close();
        process.close();
        memory.close();
    }
}
