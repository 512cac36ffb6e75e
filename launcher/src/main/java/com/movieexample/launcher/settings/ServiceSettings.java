package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import java.util.List;

/**
 * Where one service listens. Alone it has {@code --port} and {@code --grpc-port}; beside others each has its name in
 * front.
 *
 * @param name the service's name in the registry
 */
public record ServiceSettings(String name, Setting<Integer> httpPort, Setting<Integer> grpcPort) {
    public static final ServiceSettings METADATA = of("metadata", "metadata", 8081);
    public static final ServiceSettings RATING = of("rating", "rating", 8082);
    public static final ServiceSettings MOVIE = of("movie", "movie", 8083);
    public static final ServiceSettings AGGREGATOR = of("rating-aggregator", "aggregator", 8084);

    public static final List<ServiceSettings> ALL = List.of(METADATA, RATING, MOVIE, AGGREGATOR);

    private static ServiceSettings of(String name, String key, int port) {
        return new ServiceSettings(
                name,
                port(key + ".http.port", port, "HTTP port of " + name).cli("--" + key + "-port"),
                port(key + ".grpc.port", port + 1000, "gRPC port of " + name).cli("--" + key + "-grpc-port"));
    }

    private static Setting<Integer> port(String key, int defaultValue, String description) {
        return Setting.integer(key, defaultValue, 0, 65_535, description);
    }

    /** The same for a process that is only this service. */
    public ServiceSettings alone() {
        return new ServiceSettings(name, httpPort.cli("--port"), grpcPort.cli("--grpc-port"));
    }

    Settings declared() {
        return Settings.of(httpPort, grpcPort);
    }

    int httpPort(Configuration configuration) {
        return configuration.get(httpPort);
    }

    int grpcPort(Configuration configuration) {
        return configuration.get(grpcPort);
    }
}
