package com.movieexample.metadata;

import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.MetadataServiceGrpc.MetadataServiceBlockingStub;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A metadata-service on free ports, and clients of it. */
final class MetadataProcess implements AutoCloseable {
    private static final String NAME = "metadata";
    private static final Duration POSITION_TIMEOUT = Duration.ofSeconds(20);

    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final RocksMemory memory = new RocksMemory(8 << 20);
    private final GrpcClients clients = new GrpcClients(registry);
    private final ServiceProcess process;

    private MetadataProcess(MarqueeLog log, Path folder) {
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
        process = MetadataService.create(log, folder, memory, new ReadBounds(POSITION_TIMEOUT, MaxLag.NONE), setup);
    }

    /** Returns when it listens; it may not be ready yet. */
    static MetadataProcess start(MarqueeLog log, Path folder) throws Exception {
        MetadataProcess started = new MetadataProcess(log, folder);
        started.process.start();
        return started;
    }

    MetadataProcess awaitReady() {
        await().atMost(Duration.ofSeconds(30)).until(process.health()::isReady);
        return this;
    }

    /** Holds each answer against the service's OpenAPI document. */
    HttpCaller http() throws IOException, InterruptedException {
        return HttpCaller.documented(process.httpPort());
    }

    Set<String> routes() {
        return process.httpRoutes();
    }

    MetadataServiceBlockingStub grpc() {
        return MetadataServiceGrpc.newBlockingStub(clients.channel(NAME)).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clients.close();
        process.close();
        memory.close();
    }
}
