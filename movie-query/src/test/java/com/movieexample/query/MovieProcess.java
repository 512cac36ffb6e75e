package com.movieexample.query;

import static org.awaitility.Awaitility.await;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.MovieServiceGrpc.MovieServiceBlockingStub;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.api.v1.RatingsViewServiceGrpc.RatingsViewServiceBlockingStub;
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
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A movie-query on free ports, and clients of it. */
final class MovieProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NAME = "movie";
    private static final Metadata.Key<String> POSITION =
            Metadata.Key.of(Positions.HEADER.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);

    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final RocksMemory memory = new RocksMemory(8 << 20);
    private final GrpcClients clients = new GrpcClients(registry);
    private final ServiceProcess process;

    private MovieProcess(MarqueeLog log, Path folder, ReadBounds bounds) {
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
        process = MovieQuery.create(log, folder, memory, bounds, Optional.empty(), setup);
    }

    /** Returns when it listens; it may not be ready yet. */
    static MovieProcess start(MarqueeLog log, Path folder, Duration positionTimeout) throws Exception {
        return start(log, folder, new ReadBounds(positionTimeout, MaxLag.NONE));
    }

    static MovieProcess start(MarqueeLog log, Path folder, ReadBounds bounds) throws Exception {
        MovieProcess started = new MovieProcess(log, folder, bounds);
        started.process.start();
        return started;
    }

    MovieProcess awaitReady() {
        await().atMost(PATIENCE).until(process.health()::isReady);
        return this;
    }

    /** Holds each answer against the service's OpenAPI document. */
    HttpCaller http() throws IOException, InterruptedException {
        return HttpCaller.documented(process.httpPort());
    }

    Set<String> routes() {
        return process.httpRoutes();
    }

    /** @param positions sent along, each in an entry of its own */
    MovieServiceBlockingStub grpc(String... positions) {
        Metadata headers = new Metadata();
        for (String position : positions) {
            headers.put(POSITION, position);
        }
        return MovieServiceGrpc.newBlockingStub(clients.channel(NAME))
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the answer to a call says that it reflects. */
    String answeredPositions(GetMovieDetailsRequest request) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        grpc().withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .getMovieDetails(request);
        return headers.get().get(POSITION);
    }

    RatingsViewServiceBlockingStub ratingsView() {
        return RatingsViewServiceGrpc.newBlockingStub(clients.channel(NAME))
                .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clients.close();
        process.close();
        memory.close();
    }
}
