package com.movieexample.query;

import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.operations.OperatorGrpcHandler;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.TopicView;
import com.movieexample.topics.view.ViewStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The movie-query service, put together. */
public final class MovieQuery {
    private static final String METADATA = "movie-metadata";
    private static final String RATINGS = "rating-aggregates";
    private static final String LAG = "Records that the view has not read yet";
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private MovieQuery() {}

    /**
     * Not started yet.
     *
     * @param folder holds its views
     * @param memory of its views' stores; not owned
     * @param bounds of its reads
     */
    public static ServiceProcess create(
            MarqueeLog log, Path folder, RocksMemory memory, ReadBounds bounds, ServiceSetup setup) {
        Metrics metrics = new Metrics(setup.name());
        KeptAnswers kept = new KeptAnswers();
        MetadataView metadata = new MetadataView(
                log, folder.resolve(METADATA), memory, kept.listener(metrics.kafkaConsumers(METADATA)));
        RatingsView ratings = new RatingsView(
                log, folder.resolve(RATINGS + "-g" + log.generation()), memory, kept, metrics.kafkaConsumers(RATINGS));
        metrics.gauge("marquee.view.lag", LAG, METADATA, metadata.view()::lag);
        metrics.gauge("marquee.view.lag", LAG, RATINGS, ratings.view()::lag);
        ReadGate gate = gate(log, metadata, ratings, bounds);
        MovieRepository movies = new MovieRepository(metadata, ratings, gate, log.topics());
        MovieController controller = new MovieController(movies, gate);
        MovieAnswers answers = new MovieAnswers(movies, kept);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("movie-health", Map.of()), KAFKA_CHECK_INTERVAL);
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .waitsForNothing()
                .component(new Part(kafka.name(), kafka::start, kafka::checkOfReader, kafka))
                .component(part("metadata-view", metadata.view(), metadata))
                .component(part("ratings-view", ratings.view(), ratings))
                .component(new Part("read-gate", gate::start, () -> CheckResult.degradedIf(gate.whyTooOld()), gate))
                .age(gate::age)
                .routes(new MovieHttpHandler(controller, answers)::register)
                .grpcService(new MovieGrpcHandler(controller, answers))
                .grpcService(new RatingsDump(ratings))
                .grpcService(new OperatorGrpcHandler(setup.name(), List.of(metadata::describe, ratings::describe)))
                .build();
    }

    private static ReadGate gate(MarqueeLog log, MetadataView metadata, RatingsView ratings, ReadBounds bounds) {
        Topics topics = log.topics();
        return new ReadGate(
                topics,
                Map.of(
                        topics.ratings().name(), ratings.watermarks(),
                        topics.movieMetadata().name(), metadata.view().progress()),
                new LogEnds(log.clients(), "movie-log-ends", List.of(topics.ratings(), topics.movieMetadata())),
                bounds);
    }

    private static Component part(String name, TopicView view, AutoCloseable owner) {
        return new Part(name, view::start, () -> check(view.status()), owner);
    }

    private static CheckResult check(ViewStatus status) {
        return switch (status.state()) {
            case LIVE -> CheckResult.ok();
            case STALLED -> CheckResult.degraded(status.detail());
            case WAITING, RESTORING -> CheckResult.failing(status.detail());
            case FAILED -> CheckResult.dead(status.detail());
        };
    }
}
