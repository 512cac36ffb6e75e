package com.movieexample.runtime.metrics;

import com.movieexample.runtime.health.Health;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/**
 * What each check of a service finds, for Prometheus. Thread-safe.
 *
 * @param service its name in the registry
 */
record HealthMetrics(String service, Health health) implements Collector {
    @Override
    public MetricSnapshot collect() {
        GaugeSnapshot.Builder checks = GaugeSnapshot.builder()
                .name("marquee_health_status")
                .help("What the check finds: 0 ok, 1 degraded, 2 failing (not ready), 3 dead (needs a restart)");
        health.report()
                .checks()
                .forEach((check, result) -> checks.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("service", service, "check", check))
                        .value(result.status().level())
                        .build()));
        return checks.build();
    }
}
