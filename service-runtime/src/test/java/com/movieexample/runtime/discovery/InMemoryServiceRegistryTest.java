package com.movieexample.runtime.discovery;

class InMemoryServiceRegistryTest extends ServiceRegistryContract {
    private final ServiceRegistry registry = new InMemoryServiceRegistry();

    @Override
    ServiceRegistry registry() {
        return registry;
    }
}
