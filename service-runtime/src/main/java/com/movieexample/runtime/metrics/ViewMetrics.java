package com.movieexample.runtime.metrics;

import com.movieexample.api.v1.ViewDescription;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;

/**
 * What operators are told of the views of a process, for Prometheus. They come and go with the generations, and so are
 * looked up at each scrape. Thread-safe.
 *
 * @param service its name in the registry
 */
record ViewMetrics(String service, Supplier<List<ViewDescription>> views) implements MultiCollector {
    @Override
    public MetricSnapshots collect() {
        GaugeSnapshot.Builder states = GaugeSnapshot.builder()
                .name("marquee_view_state")
                .help(
                        "Always 1; the label state says how the view fares, and answers whether this process answers from it");
        GaugeSnapshot.Builder offsets = GaugeSnapshot.builder()
                .name("marquee_view_offset")
                .help("The next offset of the partition that the view does not include yet");
        for (ViewDescription view : views.get()) {
            Labels labels = labels(view);
            states.dataPoint(
                    point(1, labels.add("state", view.getState()).add("answers", Boolean.toString(view.getAnswers()))));
            view.getWatermarksMap()
                    .forEach((partition, next) ->
                            offsets.dataPoint(point(next, labels.add("partition", Integer.toString(partition)))));
        }
        return MetricSnapshots.of(states.build(), offsets.build());
    }

    private Labels labels(ViewDescription view) {
        return Labels.of(
                "service",
                service,
                "view",
                view.getName(),
                "topic",
                view.getTopic(),
                "generation",
                Integer.toString(view.getGeneration()));
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
        return new GaugeDataPointSnapshot(value, labels, null);
    }
}
