package com.movieexample.runtime.grpc;

import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.errors.ServiceException;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the instances of one service. Made and owned by the channel. */
final class RegistryNameResolver extends NameResolver {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryNameResolver.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final String serviceName;
    private final ServiceRegistry registry;
    private final Args args;
    private final AtomicLong updates = new AtomicLong();
    private volatile List<ServiceInstance> instances = List.of();
    private Listener2 listener;
    /** Of a channel that was never used, nothing is watched. */
    private AutoCloseable watch = () -> {};

    RegistryNameResolver(String serviceName, ServiceRegistry registry, Args args) {
        this.serviceName = serviceName;
        this.registry = registry;
        this.args = args;
    }

    @Override
    public String getServiceAuthority() {
        return serviceName;
    }

    @Override
    public void start(Listener2 channel) {
        listener = channel;
        watch = registry.watch(serviceName, current -> {
            instances = current;
            publish();
        });
    }

    /** The channel lost a connection: the hosts may have other addresses by now. */
    @Override
    public void refresh() {
        publish();
    }

    /** Hosts are looked up on another thread; an update that was overtaken meanwhile is dropped. */
    private void publish() {
        long update = updates.incrementAndGet();
        args.getOffloadExecutor().execute(() -> {
            ResolutionResult result = resolve(instances);
            args.getSynchronizationContext().execute(() -> {
                if (update == updates.get()) {
                    listener.onResult2(result);
                }
            });
        });
    }

    private ResolutionResult resolve(List<ServiceInstance> current) {
        List<EquivalentAddressGroup> addresses = new ArrayList<>();
        for (ServiceInstance instance : current) {
            try {
                addresses.add(addressesOf(instance));
            } catch (UnknownHostException e) {
                LOG.warn("the host of {} at {}:{} is unknown", serviceName, instance.host(), instance.grpcPort());
            }
        }
        return ResolutionResult.newBuilder()
                .setAddressesOrError(
                        addresses.isEmpty() ? StatusOr.fromStatus(nobody()) : StatusOr.fromValue(addresses))
                .build();
    }

    private static EquivalentAddressGroup addressesOf(ServiceInstance instance) throws UnknownHostException {
        return new EquivalentAddressGroup(Arrays.stream(InetAddress.getAllByName(instance.host()))
                .<SocketAddress>map(address -> new InetSocketAddress(address, instance.grpcPort()))
                .toList());
    }

    private Status nobody() {
        String detail = "no instance of " + serviceName + " is known";
        return Status.UNAVAILABLE.withDescription(detail).withCause(ServiceException.unavailable(detail, RETRY_AFTER));
    }

    @Override
    public void shutdown() {
        updates.incrementAndGet();
        try {
            watch.close();
        } catch (Exception e) {
            LOG.warn("could not stop watching {}", serviceName, e);
        }
    }
}
