package com.movieexample.runtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Gives the timers of both servers buckets, so that a percentile can be worked out over instances, and the meters of the
 * gRPC server labels like those of the others: by {@code service} everything here means one of Marquee's.
 */
final class ServerMeters implements MeterFilter {
    static final String HTTP = "http.server.requests";

    private static final String GRPC = "grpc.server.";
    private static final String GRPC_TIMER = "grpc.server.processing.duration";
    private static final Map<String, String> LABELS =
            Map.of("service", "grpc_service", "methodType", "method_type", "statusCode", "status");
    private static final double[] BUCKETS_NANOS = DoubleStream.of(
                    1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .map(milliseconds -> milliseconds * Duration.ofMillis(1).toNanos())
            .toArray();

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith(GRPC) ? id.replaceTags(renamed(id.getTags())) : id;
    }

    private static List<Tag> renamed(List<Tag> tags) {
        return tags.stream()
                .map(tag -> Tag.of(LABELS.getOrDefault(tag.getKey(), tag.getKey()), tag.getValue()))
                .toList();
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        boolean timesRequests = id.getName().equals(HTTP) || id.getName().equals(GRPC_TIMER);
        return timesRequests
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BUCKETS_NANOS)
                        .build()
                        .merge(config)
                : config;
    }
}
