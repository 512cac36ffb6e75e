package com.movieexample.runtime.process;

import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.tracing.TraceTarget;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a service stands in the world: what it is told from outside, whichever service it is.
 *
 * @param name in the registry, in metrics and in health
 * @param host that it listens on
 * @param advertisedHost that others reach it by; if empty, the one it listens on, or this machine's address if that is all
 * @param version of the program; empty if unknown
 * @param registry where it enters itself and finds the others; not owned
 * @param stopPause how long it goes on answering once it has deregistered
 * @param exposure to those who reach it
 * @param traces where traces of its requests go; empty if there are none
 */
public record ServiceSetup(
        String name,
        String host,
        Optional<String> advertisedHost,
        String version,
        Port http,
        Port grpc,
        ServiceRegistry registry,
        Duration stopPause,
        Exposure exposure,
        Optional<TraceTarget> traces) {
    /** One that traces nothing. */
    public ServiceSetup(
            String name,
            String host,
            Optional<String> advertisedHost,
            String version,
            Port http,
            Port grpc,
            ServiceRegistry registry,
            Duration stopPause,
            Exposure exposure) {
        this(name, host, advertisedHost, version, http, grpc, registry, stopPause, exposure, Optional.empty());
    }

    /**
     * A port to listen on.
     *
     * @param number 0 for a free one
     * @param option moves it, and is named when it is taken
     */
    public record Port(int number, String option) {}
}
