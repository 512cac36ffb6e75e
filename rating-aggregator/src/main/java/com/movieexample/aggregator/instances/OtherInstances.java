package com.movieexample.aggregator.instances;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.runtime.requests.RequestIdForwarding;
import com.movieexample.runtime.tls.TlsPair;
import com.movieexample.runtime.tracing.Tracing;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** Connections to the other instances, made when they are first needed. Owns its channels; thread-safe. */
public final class OtherInstances implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Map<HostInfo, ManagedChannel> channels = new ConcurrentHashMap<>();

    private final ChannelCredentials credentials;
    private final List<ClientInterceptor> interceptors = new ArrayList<>();

    /**
     * @param tls what they show of themselves, if they speak TLS
     * @param tracing of this instance; not owned
     */
    public OtherInstances(Optional<TlsPair> tls, Tracing tracing) {
        interceptors.add(new RequestIdForwarding());
        tracing.clientInterceptor().ifPresent(interceptors::add);
        credentials = tls.map(TlsPair::client).orElseGet(InsecureChannelCredentials::create);
    }

    AggregateServiceStub at(HostInfo instance) {
        ManagedChannel channel = channels.computeIfAbsent(instance, this::connect);
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            // It is asked because it has a partition, so it may be back; gRPC would wait longer each time that it was
            // not.
            channel.resetConnectBackoff();
        }
        return AggregateServiceGrpc.newStub(channel);
    }

    private ManagedChannel connect(HostInfo instance) {
        return Grpc.newChannelBuilderForAddress(instance.host(), instance.port(), credentials)
                .intercept(interceptors)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                // Whoever asks tries somebody else.
                .disableRetry()
                .build();
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
