package com.movieexample.ingester;

import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.RatingServiceGrpc.RatingServiceBlockingStub;
import com.movieexample.api.v1.RatingServiceGrpc.RatingServiceStub;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A rating-ingester on free ports, and clients of it. */
final class IngesterProcess implements AutoCloseable {
    static final Duration POSITION_TIMEOUT = Duration.ofSeconds(3);

    private static final String NAME = "rating";

    private final GrpcClients clients;
    private final ServiceProcess process;

    private IngesterProcess(MarqueeLog log, ServiceRegistry registry) {
        clients = new GrpcClients(registry);
        process = RatingIngester.create(
                log,
                POSITION_TIMEOUT,
                new ServiceSetup(
                        NAME,
                        "127.0.0.1",
                        Optional.empty(),
                        "0.1.0",
                        new ServiceSetup.Port(0, "--port"),
                        new ServiceSetup.Port(0, "--grpc-port"),
                        registry,
                        Duration.ZERO,
                        Exposure.OPEN));
    }

    static IngesterProcess start(MarqueeLog log, ServiceRegistry registry) throws Exception {
        IngesterProcess started = new IngesterProcess(log, registry);
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

    RatingServiceBlockingStub grpc() {
        return RatingServiceGrpc.newBlockingStub(clients.channel(NAME)).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    /** For streams. */
    RatingServiceStub streams() {
        return RatingServiceGrpc.newStub(clients.channel(NAME)).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clients.close();
        process.close();
    }
}
