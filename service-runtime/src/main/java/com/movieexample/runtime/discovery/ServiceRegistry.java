package com.movieexample.runtime.discovery;

import java.util.List;
import java.util.function.Consumer;

/** Knows the instances of services that are ready to answer. Thread-safe. */
public interface ServiceRegistry {
    /** Registering an id again replaces the instance. */
    void register(ServiceInstance instance);

    /** Does nothing if the id is unknown. */
    void deregister(String instanceId);

    /** The instances known now, in the order of their ids; empty if there are none. */
    List<ServiceInstance> instances(String serviceName);

    /**
     * Tells the listener the current instances, at once and again whenever they change, until closed; one call at a
     * time and in order. The listener must be quick; what it throws is logged.
     */
    AutoCloseable watch(String serviceName, Consumer<List<ServiceInstance>> listener);
}
