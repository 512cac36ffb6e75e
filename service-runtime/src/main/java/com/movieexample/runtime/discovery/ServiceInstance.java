package com.movieexample.runtime.discovery;

import java.util.Objects;

/**
 * One running process of a service.
 *
 * @param service its name, such as {@code rating-aggregator}
 * @param id unique among all instances of all services
 * @param host where others reach it
 * @param httpPort 0 if unknown
 * @param grpcPort 0 if unknown
 * @param version of the program; empty if unknown
 */
public record ServiceInstance(String service, String id, String host, int httpPort, int grpcPort, String version) {
    public ServiceInstance {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(version, "version");
    }
}
