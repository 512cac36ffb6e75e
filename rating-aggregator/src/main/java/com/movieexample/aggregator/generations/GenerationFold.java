package com.movieexample.aggregator.generations;

import com.movieexample.aggregator.fold.FoldMetrics;
import com.movieexample.aggregator.fold.FoldProgress;
import com.movieexample.aggregator.fold.GapCheck;
import com.movieexample.aggregator.fold.RatingsTopology;
import com.movieexample.aggregator.fold.Throttle;
import com.movieexample.aggregator.fold.TracedFold;
import com.movieexample.aggregator.instances.OtherInstances;
import com.movieexample.aggregator.instances.OwnAddress;
import com.movieexample.aggregator.instances.PartitionHolders;
import com.movieexample.aggregator.instances.PartitionReads;
import com.movieexample.aggregator.instances.StandbyAges;
import com.movieexample.aggregator.query.AnsweredOffsets;
import com.movieexample.aggregator.query.FoldDescription;
import com.movieexample.aggregator.query.FoldReads;
import com.movieexample.aggregator.query.PositionedReads;
import com.movieexample.aggregator.query.RatingsRepository;
import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;

/** One generation as this instance folds it and answers from it. Owns all that belongs to it; thread-safe. */
final class GenerationFold implements AutoCloseable {
    private final Metrics metrics;
    private final String part;
    private final boolean hasStandbys;
    private final FoldProgress progress;
    private final Throttle throttle;
    private final AggregatorStreams streams;
    private final ReadGate gate;
    private final StandbyAges standbys;
    private final FoldReads reads;
    private final FoldDescription description;

    /** What all generations of an instance share; none of it is owned. */
    record Surroundings(
            StreamsConfiguration configuration,
            RocksMemory memory,
            ReadBounds bounds,
            Metrics metrics,
            Tracing tracing,
            OwnAddress address,
            OtherInstances others) {}

    /**
     * Not started yet.
     *
     * @param log of the generation
     * @param asOf events that are dated later are passed over; empty to take all
     * @param answers whether this instance answers from a fold now
     */
    GenerationFold(MarqueeLog log, OptionalLong asOf, Surroundings shared, Predicate<GenerationFold> answers) {
        TopicDefinition<?, ?> topic = log.topics().ratings();
        metrics = shared.metrics();
        part = "fold-g" + log.generation();
        hasStandbys = shared.configuration().standbys() > 0;
        progress = new FoldProgress(topic.partitions());
        throttle = new Throttle(topic.partitions());
        RatingsTopology topology = new RatingsTopology(
                log.topics(),
                log.rules(),
                shared.configuration().stores(),
                new GapCheck(log.clients(), topic.name()),
                new FoldMetrics(metrics.registry(), log.generation()),
                progress,
                throttle,
                asOf,
                TracedFold.around(shared.tracing(), log.generation()));
        streams = new AggregatorStreams(
                log,
                shared.configuration(),
                shared.memory(),
                topology,
                () -> Optional.of(shared.address().get()),
                metrics.kafkaStreams(part));
        LogEnds ends = new LogEnds(log.clients(), "aggregator-log-ends", List.of(topic));
        gate = new ReadGate(log.topics(), Map.of(topic.name(), progress.published()), ends, shared.bounds());
        standbys = new StandbyAges(streams::streams);
        RatingsRepository ratings = new RatingsRepository(
                streams::streams,
                log.generation(),
                topic.partitions(),
                partition -> ends.stableEnd(topic.name(), partition),
                standbys,
                (partition, nextOffset) -> gate.requireFresh(topic.name(), partition, nextOffset));
        reads = new FoldReads(
                log.generation(),
                ratings,
                new PositionedReads(topic, gate, shared.bounds().positionTimeout()),
                new PartitionReads(
                        ratings::isReadable, new PartitionHolders(streams::streams, shared.address()), shared.others()),
                new AnsweredOffsets(topic.name(), topic.partitions()),
                new AtomicReference<>(Optional.empty()));
        description = new FoldDescription(
                topic, log.generation(), ratings, streams::streams, streams::check, () -> answers.test(this));
    }

    /** When it throws, all that had been started is closed again. */
    void start() throws IOException {
        try {
            progress.start();
            streams.start();
            gate.start();
            if (hasStandbys) {
                standbys.start();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    FoldReads reads() {
        return reads;
    }

    /** @param events a second, over all instances; 0 for no bound */
    void bound(long events) {
        throttle.bound(events);
    }

    /** Whether it knows where each partition is. */
    boolean isRunning() {
        KafkaStreams running = streams.streams();
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }

    CheckResult check() {
        return streams.check();
    }

    Optional<String> whyTooOld() {
        return gate.whyTooOld();
    }

    Duration age() {
        return gate.age();
    }

    OptionalLong lag() {
        return gate.lag();
    }

    ViewDescription describe() {
        return description.get();
    }

    /** Closes it for good, and removes what it kept. */
    void retire() throws IOException {
        closeReads();
        streams.retire();
        progress.close();
        metrics.forget(part);
    }

    @Override
    public void close() {
        closeReads();
        streams.close();
        progress.close();
    }

    private void closeReads() {
        standbys.close();
        gate.close();
    }
}
