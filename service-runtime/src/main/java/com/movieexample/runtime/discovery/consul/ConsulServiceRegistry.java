package com.movieexample.runtime.discovery.consul;

import com.movieexample.runtime.discovery.RegisteredInstance;
import com.movieexample.runtime.discovery.RegistryUnavailableException;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.discovery.Standing;
import com.movieexample.runtime.health.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The registry in Consul. Entering an instance never fails and never waits: it is done as soon as Consul answers. Owns
 * its connections and threads.
 */
public final class ConsulServiceRegistry implements ServiceRegistry {
    private static final long KEEP_ALIVE_MS = ConsulServices.TTL.toMillis() / 3;

    private final ConsulAgent agent;
    private final Map<String, ConsulRegistration> registrations = new ConcurrentHashMap<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "consul-registrations");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // a registration keeps its own failure
    public ConsulServiceRegistry(ConsulAddress address) {
        agent = new ConsulAgent(address);
        keeper.scheduleWithFixedDelay(this::keepAlive, KEEP_ALIVE_MS, KEEP_ALIVE_MS, TimeUnit.MILLISECONDS);
    }

    private void keepAlive() {
        registrations.values().forEach(ConsulRegistration::keepAlive);
    }

    @Override
    public void register(ServiceInstance instance, Supplier<Standing> standing) {
        ConsulRegistration registration = new ConsulRegistration(agent, instance, standing);
        registrations.put(instance.id(), registration);
        keeper.execute(registration::keepAlive);
    }

    @Override
    public void deregister(String instanceId) {
        Optional.ofNullable(registrations.remove(instanceId)).ifPresent(ConsulRegistration::withdraw);
    }

    @Override
    public List<ServiceInstance> instances(String serviceName) {
        return ConsulServices.usable(registered(serviceName));
    }

    /**
     * Also those that can't answer now.
     *
     * @throws RegistryUnavailableException when Consul can't be asked
     */
    public List<RegisteredInstance> registered(String serviceName) {
        try {
            return agent.registered(serviceName);
        } catch (ConsulException e) {
            throw new RegistryUnavailableException(e.getMessage(), e);
        }
    }

    @Override
    public AutoCloseable watch(String serviceName, Consumer<List<ServiceInstance>> listener) {
        return new ConsulWatch(agent, serviceName, listener).start();
    }

    /** Degraded while an instance is not registered: those who know it still find it. */
    @Override
    public CheckResult check() {
        return CheckResult.degradedIf(registrations.values().stream()
                .flatMap(registration -> registration.problem().stream())
                .findFirst());
    }

    @Override
    public void close() {
        registrations.keySet().forEach(this::deregister);
        keeper.shutdownNow();
        agent.close();
    }
}
