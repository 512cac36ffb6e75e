package com.movieexample.runtime.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry of services that share a process. It looks at nobody's health: they answer for themselves. */
public final class InMemoryServiceRegistry implements ServiceRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryServiceRegistry.class);

    private final Map<String, ServiceInstance> byId = new TreeMap<>();
    private final List<Watch> watches = new ArrayList<>();

    @Override
    public synchronized void register(ServiceInstance instance, Supplier<Standing> standing) {
        ServiceInstance replaced = byId.put(instance.id(), instance);
        if (replaced != null && !replaced.service().equals(instance.service())) {
            tell(replaced.service());
        }
        if (!instance.equals(replaced)) {
            tell(instance.service());
        }
    }

    @Override
    public synchronized void deregister(String instanceId) {
        ServiceInstance removed = byId.remove(instanceId);
        if (removed != null) {
            tell(removed.service());
        }
    }

    @Override
    public synchronized List<ServiceInstance> instances(String serviceName) {
        return byId.values().stream()
                .filter(instance -> instance.service().equals(serviceName))
                .toList();
    }

    /** The listener is called under the lock of this registry: that keeps the calls in order. */
    @Override
    public synchronized AutoCloseable watch(String serviceName, Consumer<List<ServiceInstance>> listener) {
        Watch watch = new Watch(serviceName, listener);
        watches.add(watch);
        tell(watch);
        return () -> remove(watch);
    }

    private synchronized void remove(Watch watch) {
        watches.remove(watch);
    }

    private void tell(String serviceName) {
        List.copyOf(watches).stream()
                .filter(watch -> watch.serviceName.equals(serviceName))
                .forEach(this::tell);
    }

    private void tell(Watch watch) {
        try {
            watch.listener.accept(instances(watch.serviceName));
        } catch (RuntimeException e) {
            LOG.warn("a listener for instances of {} failed", watch.serviceName, e);
        }
    }

    /** No record: two watches of the same listener are not equal. */
    private static final class Watch {
        private final String serviceName;
        private final Consumer<List<ServiceInstance>> listener;

        private Watch(String serviceName, Consumer<List<ServiceInstance>> listener) {
            this.serviceName = serviceName;
            this.listener = listener;
        }
    }
}
