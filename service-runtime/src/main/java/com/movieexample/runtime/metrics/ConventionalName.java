package com.movieexample.runtime.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gauge or a counter is called by the conventions of Prometheus. Kafka and the JVM count times in nanoseconds and
 * milliseconds and say so in the name; a name that ends with {@code count} is that of a part of a histogram; and Kafka
 * explains some of its metrics with an empty text.
 *
 * @param scale turns a value into one of the unit that the name says
 */
record ConventionalName(String name, String help, double scale) {
    private static final String SECONDS = "seconds";
    private static final String COUNT = "count";
    private static final String KAFKA = "kafka_";

    static MetricSnapshot applied(MetricSnapshot metric) {
        if (metric instanceof GaugeSnapshot gauge) {
            ConventionalName name = of(gauge.getMetadata());
            return new GaugeSnapshot(
                    name.metadata(),
                    gauge.getDataPoints().stream().map(name::scaled).toList());
        }
        if (metric instanceof CounterSnapshot counter) {
            ConventionalName name = of(counter.getMetadata());
            return new CounterSnapshot(
                    name.metadata(),
                    counter.getDataPoints().stream().map(name::scaled).toList());
        }
        return metric;
    }

    static ConventionalName of(MetricMetadata metric) {
        List<String> words = new ArrayList<>(List.of(metric.getPrometheusName().split("_", -1)));
        double scale = 1;
        int nanoseconds = words.indexOf("ns");
        int milliseconds = words.indexOf("ms");
        if (nanoseconds > 0) {
            words.set(nanoseconds, SECONDS);
            scale = 1e-9;
        } else if (milliseconds > 0) {
            words.set(milliseconds, SECONDS);
            scale = 1e-3;
        }
        int last = words.size() - 1;
        if (last > 1 && words.get(last).equals(COUNT)) {
            words.remove(last);
            words.set(last - 1, words.get(last - 1) + "s");
        }
        return new ConventionalName(String.join("_", words), help(metric, scale != 1), scale);
    }

    private static String help(MetricMetadata metric, boolean scaled) {
        String given = metric.getHelp();
        boolean silent = given == null || given.isBlank();
        if (silent && metric.getPrometheusName().startsWith(KAFKA)) {
            return "As Kafka measures it, which does not explain it";
        }
        return scaled && !silent ? given + " (shown in seconds)" : given;
    }

    private MetricMetadata metadata() {
        return new MetricMetadata(name, help);
    }

    private GaugeDataPointSnapshot scaled(GaugeDataPointSnapshot point) {
        return new GaugeDataPointSnapshot(point.getValue() * scale, point.getLabels(), null);
    }

    private CounterDataPointSnapshot scaled(CounterDataPointSnapshot point) {
        return new CounterDataPointSnapshot(point.getValue() * scale, point.getLabels(), null, 0);
    }
}
