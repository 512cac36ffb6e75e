package com.movieexample.aggregator;

import com.movieexample.aggregator.fold.FoldMetrics;
import com.movieexample.aggregator.fold.FoldProgress;
import com.movieexample.aggregator.fold.GapCheck;
import com.movieexample.aggregator.fold.RatingsTopology;
import com.movieexample.aggregator.instances.OtherInstances;
import com.movieexample.aggregator.instances.OwnAddress;
import com.movieexample.aggregator.instances.PartitionHolders;
import com.movieexample.aggregator.instances.PartitionReads;
import com.movieexample.aggregator.instances.StandbyAges;
import com.movieexample.aggregator.query.AggregateGrpcHandler;
import com.movieexample.aggregator.query.FoldDescription;
import com.movieexample.aggregator.query.PositionedReads;
import com.movieexample.aggregator.query.RatingsRepository;
import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.operations.OperatorGrpcHandler;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        TopicDefinition<?, ?> topic = log.topics().ratings();
        FoldProgress progress = new FoldProgress(topic.partitions());
        RatingsTopology topology = new RatingsTopology(
                log.topics(),
                log.rules(),
                configuration.stores(),
                new GapCheck(log.clients(), topic.name()),
                new FoldMetrics(metrics.registry()),
                progress);
        OwnAddress address = new OwnAddress();
        AggregatorStreams streams = new AggregatorStreams(
                log, configuration, memory, topology, () -> Optional.of(address.get()), metrics.kafkaStreams("fold"));
        LogEnds ends = new LogEnds(log.clients(), "aggregator-log-ends", List.of(topic));
        ReadGate gate = new ReadGate(log.topics(), Map.of(topic.name(), progress.published()), ends, bounds);
        StandbyAges standbys = new StandbyAges(streams::streams);
        RatingsRepository ratings = new RatingsRepository(
                streams::streams,
                topic.partitions(),
                partition -> ends.stableEnd(topic.name(), partition),
                standbys,
                (partition, nextOffset) -> gate.requireFresh(topic.name(), partition, nextOffset));
        OtherInstances others = new OtherInstances(setup.exposure().tls());
        PartitionReads everywhere =
                new PartitionReads(ratings::isReadable, new PartitionHolders(streams::streams, address), others);
        FoldDescription fold = new FoldDescription(topic, ratings, streams::streams, streams::check);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("aggregator-health", Map.of()), KAFKA_CHECK_INTERVAL);
        ServiceProcess process = ServiceProcess.builder(setup)
                .metrics(metrics)
                .component(new Part(kafka.name(), kafka::start, kafka::checkOfReader, kafka))
                .component(Part.running("other-instances", others))
                .component(new Part("fold-progress", progress::start, CheckResult::ok, progress))
                .component(streams)
                .component(new Part("read-gate", gate::start, () -> CheckResult.degradedIf(gate.whyTooOld()), gate))
                .component(standbyAges(standbys, configuration))
                .age(gate::age)
                .grpcFirst()
                .grpcService(new AggregateGrpcHandler(
                        ratings,
                        new PositionedReads(topic, gate, bounds.positionTimeout()),
                        everywhere,
                        bounds.positionTimeout()))
                .grpcService(new OperatorGrpcHandler(setup.name(), List.of(fold)))
                .build();
        address.isThatOf(process);
        return process;
    }

    /** Where nobody has copies, nothing is asked about them. */
    private static Part standbyAges(StandbyAges standbys, StreamsConfiguration configuration) {
        return configuration.standbys() > 0
                ? new Part("standby-ages", standbys::start, CheckResult::ok, standbys)
                : Part.running("standby-ages", standbys);
    }
}
