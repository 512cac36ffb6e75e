package com.movieexample.runtime.grpc;

import com.movieexample.runtime.health.Health;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.lifecycle.PortTakenException;
import com.movieexample.runtime.tls.TlsPair;
import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gRPC server of one service, with reflection and {@code grpc.health.v1}. It owns its port and the threads that its
 * services are called on. Services just throw, or give their observer what others would throw.
 */
public final class GrpcServer implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcServer.class);
    private static final int CALLS_PER_CONNECTION = 1_000;
    /** Positions that came in the headers of a request over HTTP, which may have 8 KiB, are passed on with others. */
    private static final int METADATA_BYTES = 16 << 10;

    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final Builder options;
    private ThreadPoolExecutor threads;
    private Server server;

    private GrpcServer(Builder options) {
        this.options = options;
    }

    /** @param port 0 picks a free one, see {@link #port()} */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** Collects what the server is to be. Not thread-safe. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final List<ServerServiceDefinition> services = new ArrayList<>();
        private final List<ServerInterceptor> interceptors = new ArrayList<>();
        private Health health = new Health();
        private String portOption = "--grpc-port";
        private int maxThreads = 32;
        private int maxMessageBytes = 1 << 20;
        private Optional<TlsPair> tls = Optional.empty();
        private boolean answersWhereCallsArrive;
        private Duration stopTimeout = Duration.ofSeconds(3);

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** What moves the server when its port is taken; {@code --grpc-port} if not set. */
        public Builder portOption(String option) {
            portOption = option;
            return this;
        }

        public Builder service(BindableService service) {
            services.add(service.bindService());
            return this;
        }

        /** The first one added is the outermost; it sees statuses as they go to the caller. */
        public Builder interceptor(ServerInterceptor interceptor) {
            interceptors.add(interceptor);
            return this;
        }

        /** The same of one that there may be. */
        public Builder interceptor(Optional<ServerInterceptor> interceptor) {
            interceptor.ifPresent(interceptors::add);
            return this;
        }

        /** What {@code grpc.health.v1} answers by; not serving if not set. */
        public Builder health(Health serviceHealth) {
            health = serviceHealth;
            return this;
        }

        /** A longer message is refused; 1 MiB if not set. */
        public Builder maxMessageBytes(long bytes) {
            maxMessageBytes = Math.toIntExact(bytes);
            return this;
        }

        /** Speaks TLS only; in the clear if not set. */
        public Builder tls(Optional<TlsPair> pair) {
            tls = pair;
            return this;
        }

        /** How many calls are worked on at a time; 32 if not set. */
        public Builder maxThreads(int count) {
            maxThreads = count;
            return this;
        }

        /**
         * Handles unary calls on the very threads that read them from the network, which spares two changes of thread
         * each. For services that wait for nothing but their own stores; streams have threads of their own all the same.
         */
        public Builder answersWhereCallsArrive() {
            answersWhereCallsArrive = true;
            return this;
        }

        /** How long calls that are being answered may take when the server is closed; 3 s if not set. */
        public Builder stopTimeout(Duration timeout) {
            stopTimeout = timeout;
            return this;
        }

        public GrpcServer build() {
            return new GrpcServer(this);
        }
    }

    @Override
    public String name() {
        return "grpc-server";
    }

    /** @throws PortTakenException if another server has the port */
    @Override
    public synchronized void start() {
        ThreadPoolExecutor starting = newThreads(options.maxThreads);
        try {
            server = newServer(starting).start();
        } catch (IOException | RuntimeException e) {
            starting.shutdownNow();
            throw PortTakenException.explain(options.host, options.port, options.portOption, e);
        }
        threads = starting;
        LOG.debug("gRPC on {}:{}", options.host, port());
    }

    /** gRPC can't bear an executor that refuses, so the queue is bounded by the calls that a connection may have open. */
    private static ThreadPoolExecutor newThreads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("grpc-call"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger made = new AtomicInteger();
        return run -> new Thread(run, name + "-" + made.incrementAndGet());
    }

    private Server newServer(ThreadPoolExecutor executor) throws IOException {
        Set<String> names = options.services.stream()
                .map(service -> service.getServiceDescriptor().getName())
                .collect(Collectors.toSet());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(options.host), options.port);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address, credentials())
                .maxInboundMessageSize(options.maxMessageBytes)
                .executor(executor)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .maxInboundMetadataSize(METADATA_BYTES)
                .permitKeepAliveTime(OFTEN.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                // The last one added is called first.
                .intercept(new ErrorInterceptor());
        if (options.answersWhereCallsArrive) {
            builder.directExecutor().callExecutor(new ExecutorByMethod(executor));
        }
        for (int i = options.interceptors.size() - 1; i >= 0; i--) {
            builder.intercept(options.interceptors.get(i));
        }
        options.services.forEach(builder::addService);
        builder.addService(new HealthService(options.health, names));
        builder.addService(ProtoReflectionServiceV1.newInstance());
        return builder.build();
    }

    private ServerCredentials credentials() {
        return options.tls.map(TlsPair::server).orElseGet(InsecureServerCredentials::create);
    }

    /** Null stands for the thread that the call arrives on. */
    private record ExecutorByMethod(Executor streams) implements ServerCallExecutorSupplier {
        @Override
        public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
            return call.getMethodDescriptor().getType() == MethodType.UNARY ? null : streams;
        }
    }

    /** The port that it listens on; only while it runs. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the gRPC server is not running");
        }
        return server.getPort();
    }

    @Override
    public synchronized void close() {
        if (server == null) {
            return;
        }
        Server stopping = server;
        server = null;
        try {
            stopping.shutdown().awaitTermination(options.stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopping.shutdownNow();
            threads.shutdownNow();
        }
    }
}
