package com.movieexample.runtime.grpc;

import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.requests.RequestIdForwarding;
import com.movieexample.runtime.tls.TlsPair;
import com.movieexample.runtime.tracing.Tracing;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Channels to other services by their names: calls go round all instances that the registry knows, and follow its
 * changes. No instance is asked for its health: it would be passed over too while it still answers, as without Kafka;
 * one that can't answer says so itself. Without a known instance a call fails at once with UNAVAILABLE and the name of the service. Thread-safe;
 * owns its channels.
 */
public final class GrpcClients implements Component {
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CLOSE_SECONDS = 1;

    private final NameResolverRegistry resolvers = new NameResolverRegistry();
    private final Map<Target, ManagedChannel> channels = new HashMap<>();
    private final ChannelCredentials credentials;
    private final List<ClientInterceptor> interceptors = new ArrayList<>();
    private boolean closed;

    /** @param readOnly the gRPC services that may be asked again */
    private record Target(String serviceName, List<String> readOnly) {}

    /** To services that speak in the clear. */
    public GrpcClients(ServiceRegistry registry) {
        this(registry, Optional.empty(), Tracing.OFF);
    }

    /**
     * @param tls what services of this installation show of themselves, if they speak TLS
     * @param tracing of the service that calls; not owned
     */
    public GrpcClients(ServiceRegistry registry, Optional<TlsPair> tls, Tracing tracing) {
        interceptors.add(new RequestIdForwarding());
        tracing.clientInterceptor().ifPresent(interceptors::add);
        this.credentials = tls.map(TlsPair::client).orElseGet(InsecureChannelCredentials::create);
        resolvers.register(new RegistryNameResolverProvider(registry));
    }

    /**
     * The channel to this service, the same each time for the same {@code readOnly}; it connects when it is first used.
     *
     * @param readOnly the names of its gRPC services of which no call changes anything: an instance that can't answer is
     *     made up for by asking another one. What writes is never asked twice.
     */
    public synchronized ManagedChannel channel(String serviceName, String... readOnly) {
        if (closed) {
            throw new IllegalStateException("the gRPC clients are closed");
        }
        return channels.computeIfAbsent(new Target(serviceName, List.of(readOnly)), this::newChannel);
    }

    private ManagedChannel newChannel(Target target) {
        String address = RegistryNameResolverProvider.target(target.serviceName);
        return Grpc.newChannelBuilder(address, credentials, resolvers)
                .defaultLoadBalancingPolicy("round_robin")
                .defaultServiceConfig(Retries.of(target.readOnly))
                .intercept(new NamingInterceptor(target.serviceName))
                .intercept(interceptors)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .build();
    }

    @Override
    public String name() {
        return "grpc-clients";
    }

    @Override
    public void start() {}

    @Override
    public synchronized void close() {
        closed = true;
        channels.values().forEach(ManagedChannel::shutdown);
        channels.values().forEach(GrpcClients::awaitOrCut);
    }

    private static void awaitOrCut(ManagedChannel channel) {
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            channel.shutdownNow();
        }
    }
}
