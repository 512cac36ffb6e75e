package com.movieexample.runtime.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Shows its meters as Prometheus wants them named and measured, whoever made them. Thread-safe. */
final class ConventionalRegistry extends PrometheusRegistry {
    @Override
    public MetricSnapshots scrape() {
        return new MetricSnapshots(
                super.scrape().stream().map(ConventionalName::applied).toList());
    }
}
