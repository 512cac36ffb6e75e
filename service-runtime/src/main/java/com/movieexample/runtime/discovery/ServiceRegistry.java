package com.movieexample.runtime.discovery;

import com.movieexample.runtime.health.CheckResult;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Knows the instances of services that are ready to answer. Thread-safe. */
public interface ServiceRegistry extends AutoCloseable {
    /**
     * Registering an id again replaces the instance.
     *
     * @param standing of the instance, asked again and again: one that fails is not listed for as long
     */
    void register(ServiceInstance instance, Supplier<Standing> standing);

    /** An instance that is always well. */
    default void register(ServiceInstance instance) {
        register(instance, () -> Standing.of(CheckResult.ok()));
    }

    /** Does nothing if the id is unknown. */
    void deregister(String instanceId);

    /**
     * The instances known now, in the order of their ids; empty if there are none.
     *
     * @throws RegistryUnavailableException when the registry can't be asked
     */
    List<ServiceInstance> instances(String serviceName);

    /**
     * Tells the listener the current instances, at once and again whenever they change, until closed; one call at a
     * time and in order. The listener must be quick; what it throws is logged.
     */
    AutoCloseable watch(String serviceName, Consumer<List<ServiceInstance>> listener);

    /** Whether instances that were registered here can be found. */
    default CheckResult check() {
        return CheckResult.ok();
    }

    /** Deregisters what is left. */
    @Override
    default void close() {}
}
