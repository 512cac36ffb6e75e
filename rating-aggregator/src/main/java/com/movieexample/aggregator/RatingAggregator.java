package com.movieexample.aggregator;

import com.movieexample.aggregator.fold.FoldMetrics;
import com.movieexample.aggregator.fold.GapCheck;
import com.movieexample.aggregator.fold.RatingsTopology;
import com.movieexample.aggregator.query.AggregateGrpcHandler;
import com.movieexample.aggregator.query.AggregateRepository;
import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.provisioning.MarqueeLog;
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
     */
    public static ServiceProcess create(
            MarqueeLog log, StreamsConfiguration configuration, RocksMemory memory, ServiceSetup setup) {
        Metrics metrics = new Metrics(setup.name());
        RatingsTopology topology = new RatingsTopology(
                log.topics(),
                log.rules(),
                new GapCheck(log.clients(), log.topics().ratings().name()),
                new FoldMetrics(metrics.registry()));
        AggregatorStreams streams =
                new AggregatorStreams(log, configuration, memory, topology, metrics.kafkaStreams("fold"));
        AggregateRepository aggregates =
                new AggregateRepository(streams::streams, log.topics().ratingsPartitions());
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .component(new KafkaCheck(log.clients().settings("aggregator-health", Map.of()), KAFKA_CHECK_INTERVAL))
                .component(streams)
                .grpcService(new AggregateGrpcHandler(aggregates))
                .build();
    }
}
