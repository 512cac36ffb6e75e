package com.movieexample.runtime.grpc;

import com.movieexample.runtime.discovery.ServiceRegistry;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import java.net.URI;

/** Resolves {@code registry:///rating-aggregator} through one registry; given to a channel, never registered globally. */
final class RegistryNameResolverProvider extends NameResolverProvider {
    private static final String SCHEME = "registry";
    private static final int PRIORITY = 5;

    private final ServiceRegistry registry;

    RegistryNameResolverProvider(ServiceRegistry registry) {
        this.registry = registry;
    }

    static String target(String serviceName) {
        return SCHEME + ":///" + serviceName;
    }

    @Override
    public String getDefaultScheme() {
        return SCHEME;
    }

    @Override
    public NameResolver newNameResolver(URI target, NameResolver.Args args) {
        return SCHEME.equals(target.getScheme())
                ? new RegistryNameResolver(target.getPath().substring(1), registry, args)
                : null;
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return PRIORITY;
    }
}
