package com.movieexample.runtime.process;

import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.discovery.Standing;
import com.movieexample.runtime.health.Health;
import com.movieexample.runtime.lifecycle.Component;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the world that the service is there: the last to start and the first to stop. Ready comes before registered, so
 * that nobody is sent here too early; when stopping, the pause lets callers hear of it before the ports close.
 */
final class Announcement implements Component {
    /** How the registry fares; it does not count for what the registry is told. */
    private static final String REGISTRY = "registry";

    private final Health health;
    private final ServiceRegistry registry;
    private final Supplier<ServiceInstance> instance;
    private final Supplier<Duration> age;
    private final Duration pause;
    private Optional<ServiceInstance> registered = Optional.empty();

    /**
     * @param instance asked when the ports are known
     * @param age how far behind the log its answers are
     */
    Announcement(
            Health health,
            ServiceRegistry registry,
            Supplier<ServiceInstance> instance,
            Supplier<Duration> age,
            Duration pause) {
        this.health = health;
        this.registry = registry;
        this.instance = instance;
        this.age = age;
        this.pause = pause;
        health.check(REGISTRY, registry::check);
    }

    @Override
    public String name() {
        return "announcement";
    }

    @Override
    public synchronized void start() {
        health.started();
        registered = Optional.of(instance.get());
        registered.ifPresent(here -> registry.register(here, () -> new Standing(health.worstBut(REGISTRY), age.get())));
    }

    @Override
    public synchronized void close() {
        health.stopping();
        if (registered.isPresent()) {
            registry.deregister(registered.get().id());
            registered = Optional.empty();
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
