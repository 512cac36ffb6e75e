package com.movieexample.launcher.importing;

import com.google.common.net.HostAndPort;
import com.movieexample.launcher.grpc.ServiceChannels;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A channel to one service. Thread-safe; whoever opens it closes it. */
public final class ServiceConnection implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final String service;
    private final HostAndPort address;
    private final ManagedChannel channel;

    /** @param service its name in messages */
    public ServiceConnection(String service, HostAndPort address) {
        this.service = service;
        this.address = address;
        this.channel = ServiceChannels.to(address.toString()).build();
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Whether the service takes connections. Known at once if it refuses them, and after 5 s if it is silent. */
    boolean isReachable() {
        long deadline = System.nanoTime() + CONNECT_TIMEOUT.toNanos();
        ConnectivityState state = channel.getState(true);
        while (state != ConnectivityState.READY) {
            if (state == ConnectivityState.TRANSIENT_FAILURE || !changes(state, deadline - System.nanoTime())) {
                return false;
            }
            state = channel.getState(true);
        }
        return true;
    }

    private boolean changes(ConnectivityState from, long nanos) {
        CountDownLatch changed = new CountDownLatch(1);
        channel.notifyWhenStateChanged(from, changed::countDown);
        try {
            return changed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** For messages: {@code metadata-service at 127.0.0.1:9081}. */
    @Override
    public String toString() {
        return service + " at " + address;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
