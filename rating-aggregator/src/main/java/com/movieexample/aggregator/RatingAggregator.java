package com.movieexample.aggregator;

import com.movieexample.aggregator.generations.Folds;
import com.movieexample.aggregator.instances.OtherInstances;
import com.movieexample.aggregator.instances.OwnAddress;
import com.movieexample.aggregator.query.AggregateGrpcHandler;
import com.movieexample.aggregator.query.FoldDescription;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.time.Duration;
import java.util.Map;

/** The rating-aggregator, put together. */
public final class RatingAggregator {
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private RatingAggregator() {}

    /**
     * Not started yet.
     *
     * @param memory of its stores; not owned
     * @param bounds of its reads
     */
    public static ServiceProcess create(
            MarqueeLog log,
            StreamsConfiguration configuration,
            RocksMemory memory,
            ReadBounds bounds,
            ServiceSetup setup) {
        Metrics metrics = new Metrics(setup.name());
        OwnAddress address = new OwnAddress();
        Tracing tracing = Tracing.of(setup.name(), setup.traces());
        OtherInstances others = new OtherInstances(setup.exposure().tls(), tracing);
        Folds folds = new Folds(log, configuration, memory, bounds, metrics, tracing, address, others);
        metrics.lag(FoldDescription.NAME, folds::lag);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("aggregator-health", Map.of()), KAFKA_CHECK_INTERVAL);
        ServiceProcess process = ServiceProcess.builder(setup)
                .metrics(metrics)
                .tracing(tracing)
                .component(new Part(kafka.name(), kafka::start, kafka::checkOfReader, kafka))
                .component(Part.running("other-instances", others))
                .component(folds)
                .check("read-gate", () -> CheckResult.degradedIf(folds.whyTooOld()))
                .age(folds::age)
                .grpcFirst()
                .api("/com/movieexample/aggregator/openapi.yaml")
                .grpcService(new AggregateGrpcHandler(folds::reads, bounds.positionTimeout()))
                .views(folds::describe)
                .build();
        address.isThatOf(process);
        return process;
    }
}
